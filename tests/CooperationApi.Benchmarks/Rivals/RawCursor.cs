using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CooperationApi.Benchmarks;

/// <summary>The link to the next page, bound to its query by a hash as the service's is.</summary>
internal static class RawCursor
{
    public static string Next(HttpRequest request, string partner, int limit, decimal? value, string id)
    {
        var key = value?.ToString(CultureInfo.InvariantCulture) ?? "-Infinity";
        var bound = $"[\"/sales/fms\",\"partner={partner}\",\"sort=-amount\",\"{key}\",\"{id}\"]";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(bound), hash);
        var cursor = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"[\"{Convert.ToHexStringLower(hash[..8])}\",\"{key}\",\"{id}\"]"));
        return $"{request.Path}?cursor={cursor}&limit={limit}&partner={partner}&sort=-amount";
    }
}
