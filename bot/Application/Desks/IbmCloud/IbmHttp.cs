using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>One HTTP call to IBM Cloud: within the desk's time limit, never repeated, its answer bounded.</summary>
internal sealed class IbmHttp(IHttpClientFactory clients, IOptions<DeskOptions> options, TimeProvider time)
{
    public const string ClientName = "IbmCloud";

    /// <summary>A page of cases with all that was written into them.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    private const string Json = "json";

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Throws only when it is cancelled.</summary>
    /// <param name="call">What is asked for, as the log names it.</param>
    public async Task<IbmReply<IbmAnswer>> SendAsync(HttpRequestMessage request, string call, CancellationToken cancel)
    {
        request.Headers.Accept.Add(new("application/json"));
        var span = options.Value.LimitOf(request.Content?.Headers.ContentLength ?? 0);
        using var limit = new CancellationTokenSource(span, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, either.Token);
            return new IbmAnswer(
                response.StatusCode,
                await response.Content.ReadAsByteArrayAsync(either.Token),
                IsJson(response.Content.Headers.ContentType),
                PauseOf(response.Headers));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new IbmFault(IbmFaultKind.OutcomeUnknown, $"IBM: {call}, no answer within {span}.");
        }
        // HttpIOException: the answer broke off.
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return new IbmFault(
                WasSent(fault) ? IbmFaultKind.OutcomeUnknown : IbmFaultKind.Later,
                $"IBM: {call}, {(fault as HttpRequestException)?.HttpRequestError.ToString() ?? fault.GetType().Name}.");
        }
    }

    private static bool WasSent(Exception fault) => (fault as HttpRequestException)?.HttpRequestError is not (
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError);

    private static bool IsJson(MediaTypeHeaderValue? type) =>
        type?.MediaType is { } media && (media.EndsWith($"/{Json}", StringComparison.OrdinalIgnoreCase)
            || media.EndsWith($"+{Json}", StringComparison.OrdinalIgnoreCase));

    // A time of day is IBM's clock, so it is compared with that where the answer tells it.
    private TimeSpan? PauseOf(HttpResponseHeaders headers)
    {
        var pause = headers.RetryAfter?.Delta ?? headers.RetryAfter?.Date - (headers.Date ?? time.GetUtcNow());
        return pause is null ? null : TimeSpan.FromTicks(Math.Clamp(pause.Value.Ticks, 0, LongestPause.Ticks));
    }
}
