using FluentValidation;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>Takes a file of any number of rows into one resource, in one transaction and in bounded memory.</summary>
internal sealed partial class Importer(
    NpgsqlDataSource database, ImportPlaces places, ChangeSignal signal, Meters meters, Shutdown service, ILogger<Importer> logger)
{
    public async Task<ImportReport> Load<TInput>(string resource, Importing form, WriteRequest request)
        where TInput : class
    {
        var http = request.Http;
        if (!places.TryTake())
        {
            throw new ProblemException(ImportPlaces.AllTaken);
        }

        try
        {
            var asked = form with { ImportId = form.ImportId ?? Guid.CreateVersion7() };
            await using var file = ImportFile.Open(http);
            await using var progress = await ImportProgress.Begin(
                database, meters, logger, asked.ImportId!.Value, resource, request.Caller.Name, http.RequestAborted);
            progress.Follow(file);
            var report = await Run(new ImportRun<TInput>(resource, asked, request, file, progress), http);
            return report.IsRejected ? throw new ProblemException(ImportProblems.Rejected(report.Report)) : report.Report;
        }
        finally
        {
            places.GiveBack();
        }
    }

    private async Task<(ImportReport Report, bool IsRejected)> Run<TInput>(ImportRun<TInput> run, HttpContext http)
        where TInput : class
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, service.LastCall);
        try
        {
            await using var connection = await database.OpenConnectionAsync(ending.Token);
            await using var transaction = await connection.BeginTransactionAsync(ending.Token);
            await run.Stage(connection, transaction, http.RequestServices.GetService<IValidator<TInput>>(), ending.Token);

            // The whole file is here, so that nobody has to wait for the answer: it can be asked for at /imports/{id}.
            var ended = await Refusals.Told(() => run.Write(connection, transaction, service.LastCall));
            signal.Signal();
            return ended;
        }
        catch (OperationCanceledException) when (service.LastCall.IsCancellationRequested)
        {
            var cut = new ProblemException(ImportProblems.Cut);
            LogFailure(run.Id, run.Resource, cut.Message);
            await run.Fail(cut);
            throw cut;
        }
        catch (Exception cause)
        {
            LogFailure(run.Id, run.Resource, cause.Message);
            await run.Fail(cause);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Import {Id} into {Resource} failed: {Cause}")]
    private partial void LogFailure(Guid id, string resource, string cause);
}
