using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace CooperationApi.Kernel;

/// <summary>Strong entity tags: a hash of what is sent, and of the media type that it is sent as.</summary>
internal static class EntityTags
{
    public const string JsonAsSent = "application/json; charset=utf-8";

    private const int Length = 16;

    private static readonly ConcurrentDictionary<string, byte[]> Types = new();
    private static readonly string[] Encodings = ["", "-br", "-gzip"];

    /// <summary>The tag of a representation; each encoding of it has its own.</summary>
    public static string Of(string? contentType, ReadOnlySpan<byte> version, string? encoding)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(version, hash);
        var ofType = Types.GetOrAdd(contentType ?? "", static type => SHA256.HashData(Encoding.UTF8.GetBytes(type)));
        for (var at = 0; at < Length; at++)
        {
            hash[at] ^= ofType[at];
        }

        var text = Base64Url.EncodeToString(hash[..Length]);
        return encoding is null ? $"\"{text}\"" : $"\"{text}-{encoding}\"";
    }

    /// <summary>The tag of the same representation in an encoding.</summary>
    public static string Encoded(string tag, string encoding) => $"{tag.AsSpan()[..^1]}-{encoding}\"";

    /// <summary>Whether a client that reads says that it has what the tag names.</summary>
    public static bool AreKnown(HttpRequest request, string tag) => request.Headers.IfNoneMatch is { Count: > 0 } sent
        && ((sent.Count == 1 && sent[0] == tag) || request.GetTypedHeaders().IfNoneMatch.Any(known =>
            known.Equals(EntityTagHeaderValue.Any) || known.Compare(new EntityTagHeaderValue(tag), useStrongComparison: false)));

    /// <summary>The tag that GET gives a JSON representation which is not encoded.</summary>
    public static string OfJson(ReadOnlySpan<byte> json) => Of(JsonAsSent, json, encoding: null);

    /// <summary>Whether tags sent as If-Match name a JSON representation, in whichever encoding it was read.</summary>
    public static bool Match(IEnumerable<EntityTagHeaderValue> sent, string tag) => sent.Any(one =>
        one.Equals(EntityTagHeaderValue.Any)
        || (!one.IsWeak && Encodings.Any(encoding => one.Tag.Equals($"{tag[..^1]}{encoding}\"", StringComparison.Ordinal))));
}
