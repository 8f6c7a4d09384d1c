using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace CooperationApi.Benchmarks;

/// <summary>What servers answer: recorded, and compared byte for byte.</summary>
internal static class Bodies
{
    private const int Sample = 200;

    private static readonly string[] Own = ["Date", "Content-Length", "Transfer-Encoding", "Connection"];

    /// <summary>The answers of a server as they are, for another to send the same.</summary>
    public static async Task<IReadOnlyList<RecordedAnswer>> Record(Server server, params Question[] questions)
    {
        var answers = new List<RecordedAnswer>();
        foreach (var target in questions.SelectMany(question => question.Targets))
        {
            using var response = await Get(server, target);
            var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                .Where(header => !Own.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
                .ToDictionary(header => header.Key, header => header.Value.ToArray());
            answers.Add(new RecordedAnswer(target, headers, await response.Content.ReadAsByteArrayAsync()));
        }

        return answers;
    }

    /// <summary>Fails unless all answer the same bytes.</summary>
    public static async Task MustEqual(Question question, params Server[] servers)
    {
        foreach (var target in question.Targets.Take(Sample))
        {
            var bodies = new List<byte[]>();
            foreach (var server in servers)
            {
                using var response = await Get(server, target);
                bodies.Add(await response.Content.ReadAsByteArrayAsync());
            }

            if (bodies.FirstOrDefault(body => !body.AsSpan().SequenceEqual(bodies[0])) is { } other)
            {
                var at = bodies[0].AsSpan().CommonPrefixLength(other);
                throw new InvalidOperationException($"{target} differs: {Near(bodies[0], at)} is {Near(other, at)}");
            }
        }
    }

    /// <summary>The same questions by who has the answers already; fails unless each is then answered with 304.</summary>
    public static async Task<Question> Known(Server server, Question question)
    {
        var target = question.Targets[0];
        using var first = await Get(server, target);
        var known = new Question([target], null, $"If-None-Match: {first.Headers.ETag}");
        using var second = await Get(server, target, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!), HttpStatusCode.NotModified);
        return known;
    }

    /// <summary>The same questions by who takes br; fails unless an answer so encoded is the same.</summary>
    public static async Task<Question> Encoded(Server server, Question question)
    {
        using var plain = await Get(server, question.Targets[0]);
        using var encoded = await Get(server, question.Targets[0], request => request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br")));
        await using var decoded = new BrotliStream(await encoded.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await decoded.CopyToAsync(bytes);
        var expected = await plain.Content.ReadAsByteArrayAsync();
        return bytes.ToArray().AsSpan().SequenceEqual(expected)
            ? question with { Headers = ["Accept-Encoding: br"] }
            : throw new InvalidOperationException("br is not the same.");
    }

    private static async Task<HttpResponseMessage> Get(
        Server server, string target, Action<HttpRequestMessage>? prepare = null, HttpStatusCode wanted = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(target, UriKind.Relative));
        prepare?.Invoke(request);
        var response = await server.Client.SendAsync(request);
        return response.StatusCode == wanted
            ? response
            : throw new InvalidOperationException($"{target}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    private static string Near(byte[] body, int at) => Encoding.UTF8.GetString(body.AsSpan(at..Math.Min(body.Length, at + 60)));
}
