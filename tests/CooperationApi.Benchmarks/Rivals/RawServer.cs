using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace CooperationApi.Benchmarks;

/// <summary>
/// What a good engineer would write by hand for just these two questions: Npgsql with its best settings, and Utf8JsonWriter into the response.
/// It gives the service's bodies byte for byte, and does nothing else: no checks, no tags, no problems.
/// </summary>
internal static class RawServer
{
    public static async Task<int> Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        var app = builder.Build();
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(builder.Configuration.GetConnectionString("Cooperation"))
        {
            MaxAutoPrepare = 50,
            AutoPrepareMinUsages = 1,
            NoResetOnClose = true,
            MaxPoolSize = 16,
            Pooling = true,
        });
        app.MapGet("/sales/fms/{id}", (RequestDelegate)(http => One(http, database)));
        app.MapGet("/sales/fms", (RequestDelegate)(http => List(http, database)));
        app.MapGet("/readyz", () => "ready");
        await app.RunAsync();
        return 0;
    }

    private static async Task One(HttpContext http, NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(RawSql.One, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = (string)http.Request.RouteValues["id"]! });
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        using var json = new Utf8JsonWriter(http.Response.BodyWriter, RawRow.Writing);
        RawRow.Write(json, reader);
        json.Flush();
    }

    private static async Task List(HttpContext http, NpgsqlDataSource database)
    {
        var query = http.Request.Query;
        var (partner, limit) = (query["partner"].ToString(), int.Parse(query["limit"].ToString(), CultureInfo.InvariantCulture));
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(RawSql.List(partner, limit + 1), connection);
        await using var reader = await command.ExecuteReaderAsync();
        http.Response.ContentType = "application/json; charset=utf-8";
        using var json = new Utf8JsonWriter(http.Response.BodyWriter, RawRow.Writing);
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        var (rows, value, id) = (0, (decimal?)null, "");
        while (rows < limit && await reader.ReadAsync())
        {
            (value, id) = RawRow.Write(json, reader);
            rows++;
        }

        json.WriteEndArray();
        if (rows == limit && await reader.ReadAsync())
        {
            json.WriteString("next"u8, RawCursor.Next(http.Request, partner, limit, value, id));
        }
        else
        {
            json.WriteNull("next"u8);
        }

        json.WriteEndObject();
        json.Flush();
    }
}
