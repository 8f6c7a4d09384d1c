using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.AspNetCore.Http.Metadata;
using Npgsql;

namespace CooperationApi.Kernel;

/// <summary>
/// Streams every row of a list from one snapshot, in constant memory. <c>Total-Count</c> says beforehand how many there are, and on demand a
/// last line says it again; a failure midway aborts the connection, so that a part is never taken for the whole.
/// </summary>
internal sealed class ExportResult<T>(
    NpgsqlDataSource database, string select, Where where, IReadOnlyList<Key> keys, IReadOnlyList<string>? fields, bool endsWithCount)
    : IResult, IEndpointMetadataProvider
{
    private const string TotalCount = "Total-Count";

    private const int ChunkBytes = 64 * 1024;
    private const int MostSecondsOfAStatement = 600;

    // Rows come in the order of an index. To sort them would be to make them all first, and to keep them on disk.
    private const string InOrderSql = "set local enable_sort = off";

    // An edition counts its changes, and those of its parts; hashing that is far less work than hashing all that is served.
    private const string EditionVersion = "concat_ws(' ', e.id, e.stated_from, e.revision, e.updated_at)";
    private const string RowVersion = "e::text";

    private static readonly string Version = typeof(T).IsSubclassOf(typeof(Edition)) ? EditionVersion : RowVersion;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(
            StatusCodes.Status200OK, typeof(T), [MediaTypes.Ndjson, MediaTypes.Csv]));
        builder.Metadata.Add(new NotKeptAttribute());
        builder.Metadata.Add(new TakesNoTurnAttribute());
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var places = httpContext.RequestServices.GetRequiredService<ExportPlaces>();
        if (!places.TryTake())
        {
            await ProblemResponse.Write(httpContext, ExportPlaces.AllTaken);
            return;
        }

        try
        {
            await Send(httpContext);
        }
        finally
        {
            places.GiveBack();
        }
    }

    private async Task Send(HttpContext httpContext)
    {
        var (response, stop) = (httpContext.Response, httpContext.RequestAborted);
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await connection.ExecuteAsync(Of(snapshot, InOrderSql, stop));
        var (rows, state) = await connection.QuerySingleAsync<(long Rows, string State)>(Of(snapshot, $"""
            select count(*), concat(sum(hashtextextended({Version}, 1)), ' ', sum(hashtextextended({Version}, 2)))
              from ({select}{where.Sql}) e
            """, stop));

        var mediaType = MediaTypes.Of(httpContext);
        response.ContentType = RowWriter.ContentTypeOf(mediaType);
        response.Headers[TotalCount] = rows.ToString(CultureInfo.InvariantCulture);
        var sending = Sending.Of(httpContext);
        var body = sending.Streamed(
            $"{Build.Version} {rows} {state} {Order} {string.Join(',', fields ?? [])} {endsWithCount}",
            isEmpty: rows == 0 && !endsWithCount && mediaType == MediaTypes.Ndjson);
        if (body is null)
        {
            return;
        }

        try
        {
            await Stream(connection, Of(snapshot, $"{select}{where.Sql}\n order by {Order}", stop), mediaType, body, stop);
            if (body != sending.Connection)
            {
                await body.DisposeAsync();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
        catch
        {
            sending.Fail();
            throw;
        }
    }

    private string Order => string.Join(", ", keys.Select(key => key.Sql + (key.Descending ? " desc" : "")));

    private CommandDefinition Of(NpgsqlTransaction snapshot, string sql, CancellationToken stop) =>
        new(sql, where.Parameters, snapshot, MostSecondsOfAStatement, cancellationToken: stop);

    private async Task Stream(
        NpgsqlConnection connection, CommandDefinition command, string mediaType, Stream body, CancellationToken stop)
    {
        await using var reader = (DbDataReader)await connection.ExecuteReaderAsync(command);
        using var rows = new JsonRows<T>(reader);
        using var writer = RowWriter.Of<T>(mediaType, fields);
        long sent = 0;
        for (; await reader.ReadAsync(stop); sent++)
        {
            writer.Write(rows.Read());
            if (writer.Waiting >= ChunkBytes)
            {
                await Send(writer, body, stop);
            }
        }

        if (endsWithCount)
        {
            writer.WriteCount(sent);
        }

        await Send(writer, body, stop);
    }

    private static async Task Send(RowWriter writer, Stream body, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(ExportPlaces.MostForAChunk);
        await writer.Send(body, patience.Token);
    }
}

/// <summary>
/// How many exports may go on at once. Each holds a connection and a snapshot for as long as its client takes, and lists need connections too.
/// </summary>
internal sealed class ExportPlaces() : Places(Most)
{
    private const int Most = 4;

    /// <summary>How long a client may take to read a chunk before it is given up.</summary>
    public static TimeSpan MostForAChunk { get; } = TimeSpan.FromSeconds(30);

    public static Problem AllTaken { get; } = Problem.Unavailable($"{Most} exports go on already. Try again in a moment.");
}
