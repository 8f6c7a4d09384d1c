using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace CooperationApi.Kernel;

/// <summary>Who writes and why, what the writer has seen (<c>If-Match</c>), and under which key a write may be sent again.</summary>
internal sealed partial record WriteRequest(
    HttpContext Http, Caller Caller, IReadOnlyList<EntityTagHeaderValue> Known, string? IdempotencyKey, string? Reason)
    : IBindableFromHttpContext<WriteRequest>, IEndpointParameterMetadataProvider
{
    public const string IdempotencyKeyHeader = "Idempotency-Key";
    public const string ReasonHeader = "Change-Reason";
    private const string Extended = "UTF-8''";
    private const int LongestKey = 255;
    private const int LongestReason = 2000;

    public static async ValueTask<WriteRequest?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var faults = new List<Fault>();
        var method = context.Request.Method;
        var known = HttpMethods.IsPost(method) ? [] : KnownTags(context, faults);
        var key = HttpMethods.IsPost(method) ? Key(context, faults) : null;
        var reason = ReasonOf(context, faults);
        if (reason is null && HttpMethods.IsDelete(method) && faults.Count == 0)
        {
            faults.Add(InHeader(ReasonHeader, FaultCode.Missing, "A withdrawal says why, in the header Change-Reason; whoever reads the record is told."));
        }

        return faults.Count > 0
            ? throw new ProblemException(WriteProblems.BadHeaders(faults))
            : new WriteRequest(context, (await Caller.BindAsync(context, parameter))!, known, key, reason);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new WriteHeaders());

    /// <summary>The reason that a request gives for its changes, which its header may carry as UTF-8; null where there is none.</summary>
    public static string? ReasonOf(HttpContext http, List<Fault> faults)
    {
        var sent = http.Request.Headers[ReasonHeader].ToString().Trim();
        if (sent.Length == 0)
        {
            return null;
        }

        var reason = Decoded(sent).Trim();
        if (reason.Length is 0 or > LongestReason || reason.Any(char.IsControl) || reason.EnumerateRunes().Any(one => one == Rune.ReplacementChar))
        {
            faults.Add(InHeader(ReasonHeader, FaultCode.InvalidValue, "A reason has 1 to 2,000 characters of UTF-8, none of them a control character."));
        }

        return reason;
    }

    /// <summary>What tells this request from another that is sent with the same key.</summary>
    public byte[] Fingerprint(ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Http.Request.Method} {Http.Request.Path}{Http.Request.QueryString}\n"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    // Headers are read as Latin-1, which loses no byte. What is no UTF-8 after all gets the mark that no reason may hold.
    private static string Decoded(string sent)
    {
        var bytes = Encoding.Latin1.GetBytes(sent);
        if (!sent.StartsWith(Extended, StringComparison.OrdinalIgnoreCase))
        {
            return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : sent;
        }

        var encoded = sent[Extended.Length..];
        return Escapes.Replace(encoded, "").Contains('%', StringComparison.Ordinal) ? Rune.ReplacementChar.ToString()
            : Escapes.Replace(encoded, run => Encoding.UTF8.GetString(Convert.FromHexString(run.Value.Replace("%", "", StringComparison.Ordinal))));
    }

    private static IReadOnlyList<EntityTagHeaderValue> KnownTags(HttpContext http, List<Fault> faults)
    {
        var sent = http.Request.Headers.IfMatch;
        if (sent.Count == 0)
        {
            throw new ProblemException(WriteProblems.PreconditionRequired());
        }

        if (EntityTagHeaderValue.TryParseStrictList(sent, out var tags))
        {
            return [.. tags];
        }

        faults.Add(InHeader(HeaderNames.IfMatch, FaultCode.InvalidValue, "Expected the ETag of the answer that was read, in its quotation marks, or *."));
        return [];
    }

    private static string? Key(HttpContext http, List<Fault> faults)
    {
        var sent = http.Request.Headers[IdempotencyKeyHeader];
        if (sent.Count == 0)
        {
            return null;
        }

        if (sent is not [{ Length: > 0 and <= LongestKey } only] || only.Any(one => one is < '!' or > '~'))
        {
            faults.Add(InHeader(IdempotencyKeyHeader, FaultCode.InvalidValue,
                "Expected one key of 1 to 255 visible ASCII characters, such as a UUID."));
        }

        return sent.ToString();
    }

    [GeneratedRegex("(%[0-9A-Fa-f]{2})+")]
    private static partial Regex Escapes { get; }

    private static Fault InHeader(string header, FaultCode code, string detail) => new() { Header = header, Code = code, Detail = detail };
}

/// <summary>Metadata of an operation that writes: it reads the headers of writes.</summary>
internal sealed record WriteHeaders;
