using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CooperationApi.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CooperationApi.Tests.Kernel;

public sealed class ExportPlacesTests(Api api) : IClassFixture<Api>
{
    [Fact]
    public async Task Exports_that_nobody_reads_leave_lists_their_connections()
    {
        // More than what sockets and buffers swallow.
        await ManyAgreements.Add(api.ConnectionString, 40_000, TestContext.Current.CancellationToken);
        var idle = new List<Socket>();
        for (var one = 0; one < 4; one++)
        {
            idle.Add(await Begin());
        }

        using (var refused = await api.Send("/agreements/export"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        Assert.Equal((4, 1), (Exports("cooperation.places.taken"), Exports("cooperation.places.refused")));
        await api.Read("/agreements?limit=1");
        idle.ForEach(socket => socket.Dispose());
        Assert.True(await IsFreeAgain(), "the places were not given back");
    }

    // What is measured of them, by whoever listens.
    private long Exports(string name)
    {
        var (factory, told) = (api.Services.GetRequiredService<IMeterFactory>(), 0L);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name == name && instrument.Meter.Scope == factory)
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => told += tags[0].Value is "export" ? value : 0);
        listener.Start();
        listener.RecordObservableInstruments();
        return told;
    }

    private async Task<bool> IsFreeAgain()
    {
        for (var attempt = 0; attempt < 500; attempt++)
        {
            using var again = await api.Send(HttpMethod.Head, "/agreements/export");
            if (again.StatusCode == HttpStatusCode.OK)
            {
                return true;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return false;
    }

    // Reads the beginning, so that it is known to be under way, and no more.
    private async Task<Socket> Begin()
    {
        var address = api.Client.BaseAddress!;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes($"GET /agreements/export HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n"), TestContext.Current.CancellationToken);
        await socket.ReceiveAsync(new byte[100], TestContext.Current.CancellationToken);
        return socket;
    }
}
