using Microsoft.Extensions.Options;

namespace ChatOpsBot.Connector.Trust;

/// <summary>
/// Which service URLs the bot calls and sends its token to: https on the standard port of exactly the configured hosts, nothing else in the
/// address. Checked for every incoming activity and every outgoing call, stored references included. The SDK trusts every service URL.
/// </summary>
internal sealed class TrustedHosts(IOptions<ConnectorOptions> options, LocalPlaygroundMode local)
{
    private const string PublicCloud = "smba.trafficmanager.net";

    private readonly IReadOnlyList<string> _hosts = options.Value.ServiceUrlHosts is { Count: > 0 } hosts ? hosts : [PublicCloud];

    public bool Allows(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0
        && (local.IsOn ? IsThisMachine(uri) : IsListed(uri));

    private bool IsListed(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && _hosts.Contains(uri.IdnHost, StringComparer.OrdinalIgnoreCase);

    private static bool IsThisMachine(Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && LocalPlaygroundMode.IsLoopbackHost(uri.Host);
}
