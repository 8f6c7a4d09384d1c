using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CooperationApi.Kernel;
using CooperationApi.Tests.Testing;

namespace CooperationApi.Tests.Kernel;

/// <summary>So few requests a minute that they are used up, over real addresses of loopback.</summary>
public sealed partial class RateLimitTests(PostgresServer server) : IAsyncLifetime
{
    private const int PerMinute = 20;
    private const string Path = "/agreements?limit=1";
    private const string Elsewhere = "203.0.113.7";

    private readonly Api api = new(server)
    {
        Settings = [("RateLimit:PerMinute", $"{PerMinute}"), ("Proxies", "127.0.0.2, 10.0.0.0/8")],
    };

    public ValueTask InitializeAsync() => api.InitializeAsync();

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task Whoever_asks_too_often_is_told_when_to_come_again_and_others_are_answered()
    {
        using var refused = await Exhausted();
        Assert.Equal((HttpStatusCode.TooManyRequests, 0L), (refused.StatusCode, Left(refused)));
        Assert.Equal([$"\"requests\";q={PerMinute};w=60"], refused.Headers.GetValues("RateLimit-Policy"));
        Assert.Equal(Problem.MediaType, refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["*"], refused.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(TimeSpan.FromSeconds(60.0 / PerMinute), refused.Headers.RetryAfter?.Delta);
        await api.Read("/livez");
        await api.Read("/readyz");

        using var byKey = await api.Send(Path, ("X-Api-Key", await api.Key(Role.Editor)));
        Assert.Equal((HttpStatusCode.OK, PerMinute - 1L), (byKey.StatusCode, Left(byKey)));

        await Task.Delay(refused.Headers.RetryAfter!.Delta!.Value * 1.5, TestContext.Current.CancellationToken);
        using var again = await api.Send(Path);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task What_the_client_has_is_free()
    {
        // With the first answer the document is read to which all are held.
        await api.Read("/livez");
        using var first = await api.Send(Path);
        for (var time = 0; time < 2 * PerMinute; time++)
        {
            using var answer = await api.Send(Path, ("If-None-Match", first.Headers.ETag!.Tag));
            Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
            Assert.InRange(Left(answer), Left(first), PerMinute);
        }
    }

    [Fact]
    public async Task Who_tries_credentials_that_do_not_hold_is_stopped_and_who_has_one_is_not()
    {
        var key = await api.Key(Role.Editor);
        using var stopped = await Exhausted(("X-Api-Key", Secret.New()));
        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.StatusCode);
        using var without = await api.Send(Path);
        Assert.Equal(HttpStatusCode.OK, without.StatusCode);

        // From another address.
        using var other = await From("127.0.0.3", ("X-Api-Key", key));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task An_address_is_believed_of_a_proxy_that_is_configured_and_of_nobody_else()
    {
        using var own = await From("127.0.0.2");
        using var told = await From("127.0.0.2", ("X-Forwarded-For", $"{Elsewhere}, 10.1.2.3"));
        using var again = await From("127.0.0.2", ("X-Forwarded-For", $"198.51.100.9, {Elsewhere}"));
        Assert.Equal([PerMinute - 1, PerMinute - 1, PerMinute - 2], new[] { own, told, again }.Select(Left));

        using var first = await From("127.0.0.3", ("X-Forwarded-For", Elsewhere));
        using var second = await From("127.0.0.3", ("X-Forwarded-For", "198.51.100.10"));
        Assert.Equal([PerMinute - 1, PerMinute - 2], new[] { first, second }.Select(Left));
    }

    // Asks until it is refused, which takes a few more than there are, because more come as time goes by.
    private async Task<HttpResponseMessage> Exhausted(params (string Name, string Value)[] headers)
    {
        for (var time = 0; ; time++)
        {
            var answer = await api.Send(Path, headers);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return answer;
            }

            Assert.InRange(Left(answer), 0, PerMinute - 1);
            Assert.InRange(time, 0, 2 * PerMinute);
            answer.Dispose();
        }
    }

    // From an address of this machine.
    private async Task<HttpResponseMessage> From(string address, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, stop) =>
            {
                var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(address).MapToIPv6(), 0));
                await socket.ConnectAsync(context.DnsEndPoint, stop);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = api.Client.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static long Left(HttpResponseMessage answer) =>
        long.Parse(LeftForm.Match(answer.Headers.GetValues("RateLimit").Single()).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^\"requests\";r=([0-9]+);t=[0-9]+$")]
    private static partial Regex LeftForm { get; }
}
