using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace ChatOpsBot.Application.Auditing;

/// <summary>Asks a timestamp authority for a signature of a hash (RFC 3161, over HTTP).</summary>
internal sealed class TimestampClient(IHttpClientFactory clients)
{
    public const string Name = "TimestampAuthority";

    /// <summary>With the certificates of the signer, which make most of it.</summary>
    public const int MostBytes = 64 * 1024;

    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private const int NonceBytes = 16;

    /// <exception cref="HttpRequestException">It could not be reached, refused, or said too much.</exception>
    /// <exception cref="CryptographicException">What it sent is no timestamp of this hash.</exception>
    public async Task<Rfc3161TimestampToken> StampAsync(Uri authority, byte[] hash, CancellationToken cancel)
    {
        var request = Rfc3161TimestampRequest.CreateFromHash(
            hash, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(NonceBytes), requestSignerCertificates: true);
        using var client = clients.CreateClient(Name);
        using var body = new ByteArrayContent(request.Encode());
        body.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var response = await client.PostAsync(authority, body, cancel);
        response.EnsureSuccessStatusCode();
        return request.ProcessResponse(await response.Content.ReadAsByteArrayAsync(cancel), out _);
    }
}
