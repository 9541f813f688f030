namespace ChatOpsBot.Tests.Connector;

/// <summary>
/// The test's network: calls to some hosts end at a fake, on loopback. It stands behind the connector's own checks, which see
/// the real https address.
/// </summary>
internal sealed class WayTo(Uri fake, params string[] hosts) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (hosts.Contains(request.RequestUri!.Host))
            request.RequestUri = new Uri(fake, request.RequestUri.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
