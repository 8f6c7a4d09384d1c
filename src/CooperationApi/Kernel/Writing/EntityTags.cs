using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace CooperationApi.Kernel;

/// <summary>Strong entity tags: a hash of what is sent, and of the media type that it is sent as.</summary>
internal static class EntityTags
{
    public const string JsonAsSent = "application/json; charset=utf-8";

    private static readonly string[] Encodings = ["", "-br", "-gzip"];

    /// <summary>The tag of a representation; each encoding of it has its own.</summary>
    public static string Of(string? contentType, ReadOnlySpan<byte> version, string? encoding)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(contentType ?? ""));
        hash.AppendData(version);
        var text = Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, 16));
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
