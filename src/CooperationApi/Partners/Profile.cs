using System.Data;
using System.Text.Json.Serialization;
using CooperationApi.Kernel;
using Npgsql;

namespace CooperationApi.Partners;

/// <summary>All that fact sheets state of one partner, as one document: what stands, or what stood on a date.</summary>
public sealed record Profile
{
    /// <summary>The partner.</summary>
    public required Partner Partner { get; init; }

    /// <summary>The date as of which it was asked for; null for what stands.</summary>
    public required DateOnly? AsOf { get; init; }

    /// <summary>A list for each resource.</summary>
    [JsonExtensionData]
    public IDictionary<string, object> Sections { get; init; } = new Dictionary<string, object>();
}

/// <summary>Reads every section of a profile from one snapshot.</summary>
internal sealed class ProfileReader(NpgsqlDataSource database, IEnumerable<Section> sections)
{
    public async Task<Profile> Read(Partner partner, DateOnly? asOf, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        var read = new Dictionary<string, object>();
        foreach (var section in sections)
        {
            read[section.Name] = await section.OfPartner(new { partner = new[] { partner.Id }, asOf }, snapshot, stop);
        }

        return new Profile { Partner = partner, AsOf = asOf, Sections = read };
    }
}
