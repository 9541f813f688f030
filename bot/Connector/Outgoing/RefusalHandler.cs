using System.Net;
using System.Net.Http.Headers;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>
/// Turns an HTTP error into a <see cref="RefusedCallException"/> before the SDK's client reads it. The client reports errors by three
/// types of exception, and with one of them (429 of a Teams operation) loses how long Teams asked to wait.
/// </summary>
internal sealed class RefusalHandler(TimeProvider time) : DelegatingHandler
{
    private const int MaxErrorBytes = 256 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            // The client takes 200, 201 and 202 alone for a success, and for some operations 200 alone.
            response.StatusCode = HttpStatusCode.OK;
            return response;
        }

        using (response)
        {
            await response.Content.LoadIntoBufferAsync(MaxErrorBytes, cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new RefusedCallException(ErrorTable.Read(response.StatusCode, RetryAfter(response.Headers.RetryAfter), body));
        }
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
