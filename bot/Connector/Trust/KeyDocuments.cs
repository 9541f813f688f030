using Microsoft.IdentityModel.Protocols;

namespace ChatOpsBot.Connector.Trust;

/// <summary>
/// Fetches the OpenID metadata and the keys it points to. IdentityModel's own retriever is not used because it ignores cancellation, so a
/// server that hangs would hang every request.
/// </summary>
internal sealed class KeyDocuments(HttpClient client, string scheme) : IDocumentRetriever
{
    /// <exception cref="HttpRequestException">Not fetched, or the metadata points to an address of another scheme.</exception>
    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        var uri = new Uri(address);
        return uri.Scheme == scheme
            ? await client.GetStringAsync(uri, cancel)
            : throw new HttpRequestException($"The signing keys must be fetched by {scheme}.");
    }
}
