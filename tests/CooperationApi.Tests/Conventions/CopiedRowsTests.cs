using System.Text.Json;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;
using Microsoft.AspNetCore.Http.Metadata;

namespace CooperationApi.Tests.Conventions;

public sealed class CopiedRowsTests(SeededApi api) : IClassFixture<SeededApi>
{
    /// <summary>Rows are copied from columns, and no object is made of them; what is sent must be what that would have made.</summary>
    [Fact]
    public async Task Every_row_is_what_its_object_would_be_written_as()
    {
        var exports = api.Endpoints
            .Where(endpoint => endpoint.RoutePattern.RawText!.EndsWith("/export", StringComparison.Ordinal) && endpoint.RoutePattern.Parameters.Count == 0)
            .ToList();
        Assert.InRange(exports.Count, 9, int.MaxValue);
        foreach (var export in exports)
        {
            var type = export.Metadata.OfType<IProducesResponseTypeMetadata>().Single(produced => produced.StatusCode == 200).Type!;
            Assert.True((bool)typeof(JsonRows<>).MakeGenericType(type).GetProperty(nameof(JsonRows<object>.AreCopied))!.GetValue(null)!, $"{type} is not copied");
            var rows = (await api.Text(export.RoutePattern.RawText!)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.Equal(
                JsonSerializer.Serialize(JsonSerializer.Deserialize(row, type, JsonNames.Options), type, JsonNames.Options), row));
        }
    }
}
