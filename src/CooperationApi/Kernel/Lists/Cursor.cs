using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace CooperationApi.Kernel;

/// <summary>A place in an ordered list: the sort values of the last row seen, bound to the query that they belong to.</summary>
internal sealed record Cursor(string Text)
{
    private static readonly string[] Free = ["cursor", "limit", "count", "fields", "format"];

    /// <summary>The sort values of the row after which to go on; null where the text is no cursor.</summary>
    public IReadOnlyList<string>? Keys { get; } = Read(Text)?[1..];

    public static Cursor After(IReadOnlyList<string> keys, HttpRequest request)
    {
        string[] content = [Fingerprint(request, keys), .. keys];
        return new Cursor(Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(content, JsonNames.Options)));
    }

    public bool BelongsTo(HttpRequest request) =>
        Keys is not null && Read(Text)![0] == Fingerprint(request, Keys);

    // Covers what decides which rows there are and in which order, and the keys themselves, so that a damaged one is noticed.
    private static string Fingerprint(HttpRequest request, IReadOnlyList<string> keys)
    {
        var bound = new List<string> { request.Path.Value?.TrimEnd('/') ?? "" };
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            var name = pair.DecodeName().ToString();
            if (!Free.Contains(name))
            {
                bound.Add($"{name}={pair.DecodeValue()}");
            }
        }

        bound.Sort(1, bound.Count - 1, StringComparer.Ordinal);
        var text = JsonSerializer.Serialize(bound.Concat(keys));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private static string[]? Read(string text)
    {
        try
        {
            var content = JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(text));
            return content is { Length: > 1 } && !content.Contains(null) ? content : null;
        }
        catch (Exception damaged) when (damaged is FormatException or JsonException)
        {
            return null;
        }
    }
}
