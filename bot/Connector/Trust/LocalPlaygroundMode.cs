using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Connector.Trust;

/// <summary>
/// Local mode: activities are accepted without a token, so that a Teams-like client on the same machine can talk to the bot. Enabled only
/// in the environment Development with no registration configured; the listener and every caller must be loopback.
/// </summary>
public sealed class LocalPlaygroundMode(IHostEnvironment environment, IOptions<ConnectorOptions> options)
{
    public bool IsOn { get; } = IsOnFor(environment, options.Value);

    // An incomplete registration must not enable local mode.
    internal static bool IsOnFor(IHostEnvironment environment, ConnectorOptions options) =>
        environment.IsDevelopment()
        && !options.ManagedIdentity
        && new[] { options.AppId, options.TenantId, options.ClientSecret, options.CertificatePath }.All(string.IsNullOrWhiteSpace);

    /// <summary>
    /// True when the request comes from this machine and is addressed to it. A tunnel also connects from loopback, but keeps the public
    /// name in the Host header or adds a forwarding header.
    /// </summary>
    public static bool IsFromThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } remote
        && IsLoopback(remote)
        && IsLoopbackHost(http.Request.Host.Host)
        && !http.Request.Headers.ContainsKey("Forwarded")
        && !http.Request.Headers.ContainsKey("X-Forwarded-For");

    internal static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IsLoopback(address));

    private static bool IsLoopback(IPAddress address) => IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
