namespace ChatOpsBot.Tests.Connector;

/// <summary>
/// The test's network: calls to the public cloud end at the fake, on loopback. It stands behind the connector's own checks, which see
/// the real https address.
/// </summary>
internal sealed class WayToFakeTeams(Uri fake) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.Host == "smba.trafficmanager.net")
            request.RequestUri = new Uri(fake, request.RequestUri.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
