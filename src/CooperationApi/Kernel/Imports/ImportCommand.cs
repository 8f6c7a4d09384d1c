using System.Globalization;
using System.Net;
using Spectre.Console;

namespace CooperationApi.Kernel;

/// <summary>The command that sends a file to be imported, as any client of the API would.</summary>
internal static class ImportCommand
{
    private const int Rejected = 1;

    // How often lines are written where nobody watches a bar.
    private const int SecondsBetweenLines = 5;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    public static async Task<int> Run(FileToImport asked, CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = asked.Address, Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.TryAddWithoutValidation(Credentials.KeyHeader, asked.Secret);
        await using var file = asked.Open();
        var id = Guid.CreateVersion7();
        using var content = new FileContent(file, asked.MediaType!, asked.IsGzip);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(asked.Path(id), UriKind.Relative)) { Content = content };
        if (asked.Reason is { } reason)
        {
            request.Headers.TryAddWithoutValidation(WriteRequest.ReasonHeader, reason);
        }

        try
        {
            var sending = client.SendAsync(request, stop);
            if (!asked.IsDocument)
            {
                await Watch(client, id, content, file.CanSeek ? file.Length : null, sending, stop);
            }

            using var response = await sending;
            return await Tell(response, asked.IsDocument, stop);
        }
        catch (HttpRequestException failure)
        {
            await Console.Error.WriteLineAsync($"{asked.Address} does not answer, or broke off: {failure.Message}");
            return Rejected;
        }
    }

    private static async Task Watch(HttpClient client, Guid id, FileContent content, long? length, Task sending, CancellationToken stop)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected || !console.Profile.Capabilities.Interactive)
        {
            await Follow(client, id, sending, SecondsBetweenLines, (_, words) => Console.Error.WriteLine($"{content.Sent:N0} bytes sent, {words}"), stop);
            return;
        }

        await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(async bars =>
            {
                var sent = bars.AddTask("sent", maxValue: length ?? double.MaxValue);
                var written = bars.AddTask("written");
                await Follow(client, id, sending, 1, (progress, words) =>
                {
                    sent.Value = content.Sent;
                    sent.Description = $"{content.Sent >> 20:N0} MB sent";
                    written.MaxValue = Math.Max(1, progress.RowsRead);
                    written.Value = progress.RowsWritten;
                    written.Description = words;
                }, stop);
            });
    }

    // Whatever goes wrong here is no reason to give the import up.
    private static async Task Follow(HttpClient client, Guid id, Task sending, int everySeconds, Action<Progress, string> tell, CancellationToken stop)
    {
        using var clock = new PeriodicTimer(Beat);
        for (var second = 1; await Task.WhenAny(sending, clock.WaitForNextTickAsync(stop).AsTask()) != sending; second++)
        {
            if (second % everySeconds == 0)
            {
                try
                {
                    var progress = await client.GetFromJsonAsync<Progress>(new Uri($"imports/{id}", UriKind.Relative), JsonNames.Options, stop);
                    tell(progress!, $"{progress!.RowsRead:N0} rows read, {progress.RowsWritten:N0} written, {progress.RowsPerSecond:N0} a second");
                }
                catch (HttpRequestException)
                {
                    tell(new Progress(0, 0, 0), "waiting");
                }
            }
        }
    }

    private static async Task<int> Tell(HttpResponseMessage response, bool isDocument, CancellationToken stop)
    {
        if (response.StatusCode == HttpStatusCode.OK && isDocument)
        {
            await Console.Out.WriteLineAsync(Words((await response.Content.ReadFromJsonAsync<SheetReport>(JsonNames.Options, stop))!));
            return 0;
        }

        if (response.StatusCode == HttpStatusCode.OK)
        {
            var report = (await response.Content.ReadFromJsonAsync<ImportReport>(JsonNames.Options, stop))!;
            await TellFaults(report.Faults, report.Rejected);
            await Console.Out.WriteLineAsync($"{(report.DryRun ? "Would be: " : "")}{Words(report)}");
            return 0;
        }

        var text = await response.Content.ReadAsStringAsync(stop);
        if (response.Content.Headers.ContentType?.MediaType != Problem.MediaType)
        {
            await Console.Error.WriteLineAsync($"The server answered {(int)response.StatusCode}: {InputText.Shortened(text)}");
            return Rejected;
        }

        var problem = System.Text.Json.JsonSerializer.Deserialize<Problem>(text, JsonNames.Options)!;
        await TellFaults(problem.Errors ?? [], problem.Import?.Rejected ?? 0);
        await Console.Error.WriteLineAsync($"{problem.Title}. {problem.Detail}");
        return Rejected;
    }

    private static async Task TellFaults(IReadOnlyList<Fault> faults, long rows)
    {
        foreach (var fault in faults)
        {
            var place = fault.Column ?? fault.Pointer ?? fault.Parameter ?? fault.Header;
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{(fault.Line is { } line ? $"line {line}, " : "")}{(string.IsNullOrEmpty(place) ? "" : $"{place}, ")}{JsonNames.Of(fault.Code)}: {fault.Detail}"));
        }

        if (rows > 0 && faults.Count >= ImportFaults.Most)
        {
            await Console.Error.WriteLineAsync($"These are the first {faults.Count} faults, of {rows} rows with faults.");
        }
    }

    private static string Words(ImportReport report) => string.Create(CultureInfo.InvariantCulture,
        $"{report.Resource}: {report.Rows} rows, {report.Created} created, {report.Revised} revised, {report.Corrected} corrected, {report.Restored} restored, ")
        + string.Create(CultureInfo.InvariantCulture,
            $"{report.Unchanged} unchanged, {report.Skipped} skipped, {report.Rejected} rejected, in {report.Seconds} s");

    private static string Words(SheetReport report) =>
        $"{(report.DryRun ? "Would be: " : "")}{report.FactSheet.Id}: {JsonNames.Of(report.FactSheet.Outcome)}; "
        + string.Join(", ", report.Sections.SelectMany(section => section.Records).GroupBy(row => row.Outcome).OrderBy(rows => rows.Key)
            .Select(rows => $"{rows.Count()} {JsonNames.Of(rows.Key)}").DefaultIfEmpty("no records"));

    private sealed record Progress(long RowsRead, long RowsWritten, long RowsPerSecond);
}
