using System.Data;
using System.Text.Json.Serialization;
using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.FactSheets;

/// <summary>A fact sheet with all that it states, as one document: each record as it is stated from the day of the sheet.</summary>
public sealed record FactSheetDocument
{
    /// <summary>The fact sheet.</summary>
    public required FactSheet FactSheet { get; init; }

    /// <summary>A list for each resource.</summary>
    [JsonExtensionData]
    public IDictionary<string, object> Sections { get; init; } = new Dictionary<string, object>();
}

/// <summary>Reads a fact sheet and every section of it from one snapshot.</summary>
internal sealed class FactSheetDocuments(NpgsqlDataSource database, IEnumerable<Section> sections)
{
    public async Task<FactSheetDocument?> Read(string id, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        if (await FactSheetStore.Get(snapshot, id, stop) is not { } sheet)
        {
            return null;
        }

        var read = new Dictionary<string, object>();
        foreach (var stated in sections.Select(section => section.Stated).OfType<Statements>())
        {
            read[stated.Name] = await stated.Rows(new { stated.Resource.Resource, sheet = id }, snapshot, stop);
        }

        return new FactSheetDocument { FactSheet = sheet, Sections = read };
    }
}
