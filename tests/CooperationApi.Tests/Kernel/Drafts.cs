using System.Text.Json.Nodes;
using CooperationApi.Agreements;
using CooperationApi.ForcePosture;
using CooperationApi.Kernel;
using CooperationApi.Objectives;
using CooperationApi.Sales.Fms;
using Dapper;
using Npgsql;

namespace CooperationApi.Tests.Kernel;

/// <summary>Bodies to write, the fact sheets that they cite, and keys to write them with.</summary>
internal static class Drafts
{
    public static readonly IReadOnlyList<string> Resources = ["agreements", "objectives", "sales/fms", "force-posture"];

    /// <summary>The days of the sheets; the second is that of the seed's own.</summary>
    public static readonly IReadOnlyList<string> Dates = ["2016-03-01", "2018-05-21", "2019-07-15", "2021-02-03", "2024-11-30"];

    private const string SheetSql = """
        select put_fact_sheet(@id, '{JPN}', 'A sheet of ' || @date, 'U.S. Department of State', null, @date, null, null, null, null, null)
        """;

    private const string KeySql = "insert into keys (id, name, role, hash) values (@id, @name, @role, @hash)";

    public static JsonObject Of(string resource, string id, string statedFrom, string note)
    {
        var body = Examples.Of(resource switch
        {
            "agreements" => typeof(AgreementInput),
            "objectives" => typeof(ObjectiveInput),
            "sales/fms" => typeof(FmsSaleInput),
            _ => typeof(StationedForceInput),
        }).AsObject();
        body["id"] = id;
        body["statedFrom"] = statedFrom;
        body["citations"]![0]!["factSheet"] = SheetOf(statedFrom);
        body["notes"] = new JsonArray(note);
        return body;
    }

    public static string SheetOf(string date) => $"jpn-{date}";

    public static async Task AddSheets(string database)
    {
        await using var connection = await Open(database);
        foreach (var date in Dates)
        {
            if (date != Dates[1])
            {
                await connection.ExecuteAsync(SheetSql, new { id = SheetOf(date), date });
            }
        }
    }

    /// <summary>The secret of a new key.</summary>
    public static async Task<string> AddKey(string database, string name, string role = "editor")
    {
        var secret = Secret.New();
        await using var connection = await Open(database);
        await connection.ExecuteAsync(KeySql, new { id = $"key_{Guid.NewGuid():N}", name, role, hash = Secret.Hash(secret) });
        return secret;
    }

    /// <summary>A connection of its own, that no pool keeps.</summary>
    public static async Task<NpgsqlConnection> Open(string database, string name = "tests")
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database)
        {
            Pooling = false,
            ApplicationName = name,
            Options = "-c TimeZone=UTC",
        }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
