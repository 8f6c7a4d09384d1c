using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace CooperationApi.Kernel;

/// <summary>What a proxy says of who has asked, and how, is believed of those that are configured, and of nobody else.</summary>
internal static class Proxies
{
    private const string Setting = "Proxies";

    public static void UseProxies(this WebApplication app)
    {
        var proxies = (app.Configuration[Setting] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (proxies.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownIPNetworks.Add(NetworkOf(proxy));
        }

        app.UseForwardedHeaders(options);
    }

    private static System.Net.IPNetwork NetworkOf(string proxy) =>
        IPAddress.TryParse(proxy, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : System.Net.IPNetwork.TryParse(proxy, out var network) ? network
        : throw new StartException($"{Setting} takes addresses and networks, as in 10.0.0.5,192.168.0.0/16, and '{proxy}' is neither.");
}
