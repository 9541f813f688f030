using System.Globalization;
using System.Net.Http.Headers;
using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.Webhook;

/// <summary>Posts one event, within its time limit. Any 2xx means that it was taken, whatever its body.</summary>
internal sealed class WebhookClient(
    IHttpClientFactory clients, IOptions<WebhookOptions> options, IOptions<DeskOptions> desk, TimeProvider time)
{
    public const string Name = "Webhook";

    /// <summary>In bytes. A number and an address need no more; what is longer is not read.</summary>
    private const int LongestAnswer = 64 * 1024;

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <param name="taken">What it means that it was taken.</param>
    public async Task<DeskAnswer> PostAsync(
        WebhookEvent said, Func<WebhookAnswer, FiledTicket> taken, CancellationToken cancel)
    {
        var span = desk.Value.LimitOf(said.Body.Length);
        using var clock = new CancellationTokenSource(span, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel, clock.Token);
        try
        {
            using var http = clients.CreateClient(Name);
            using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.ReadUrl())
            {
                Content = new ReadOnlyMemoryContent(said.Body),
            };
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(said.ContentType);
            var now = time.GetUtcNow();
            request.Headers.Add(WebhookSignature.IdHeader, said.Id);
            request.Headers.Add(WebhookSignature.TimeHeader, WebhookSignature.Seconds(now));
            request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(options.Value.Secrets, said.Id, now, said.Body));

            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var body = await ReadAsync(response, cancel, limit.Token);
            return response.IsSuccessStatusCode ? new DeskAnswer.Done(taken(WebhookAnswer.Read(body))) : Fault(response, body, said);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new DeskAnswer.NotNow($"no answer within {span}") { IsOutcomeUnknown = true };
        }
        catch (HttpRequestException broken)
        {
            return new DeskAnswer.NotNow($"the receiver is not reached ({broken.HttpRequestError})")
            {
                IsOutcomeUnknown = !IsBeforeSending(broken.HttpRequestError),
            };
        }
    }

    /// <summary>Asks whether anybody listens there, without an event (CloudEvents, "HTTP 1.1 Web Hooks for Event Delivery").</summary>
    /// <returns>The status of the answer; null where none came, with the reason.</returns>
    public async Task<(int? Status, string Why)> KnockAsync(CancellationToken cancel)
    {
        using var clock = new CancellationTokenSource(desk.Value.TimeLimit, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel, clock.Token);
        try
        {
            using var http = clients.CreateClient(Name);
            using var request = new HttpRequestMessage(HttpMethod.Options, options.Value.ReadUrl());
            request.Headers.Add("WebHook-Request-Origin", "chatopsbot");
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return ((int)response.StatusCode, "");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (null, $"no answer within {desk.Value.TimeLimit}");
        }
        catch (HttpRequestException broken)
        {
            return (null, broken.InnerException?.Message ?? broken.Message);
        }
    }

    // What breaks off after the status changes nothing of it. Null for what was not read to its end.
    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken asked, CancellationToken limit)
    {
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(limit);
            var buffer = new byte[LongestAnswer + 1];
            var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, limit);
            return length > LongestAnswer ? null : buffer[..length];
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException
            || (broken is OperationCanceledException && !asked.IsCancellationRequested))
        {
            return null;
        }
    }

    private DeskAnswer Fault(HttpResponseMessage response, byte[]? body, WebhookEvent said)
    {
        var status = (int)response.StatusCode;
        var code = $"HTTP {status.ToString(CultureInfo.InvariantCulture)}";
        return status switch
        {
            408 or 409 or >= 500 => new DeskAnswer.NotNow(code, Pause(response.Headers)) { IsOutcomeUnknown = true },
            429 => new DeskAnswer.NotNow($"{code}: too many calls", Pause(response.Headers)),
            413 when said.IfTooLarge is { } refusal => refusal,
            422 => new DeskAnswer.Refused(WebhookAnswer.ReasonIn(body) ?? "It does not accept the request as it is."),
            < 400 => Operator($"{code}: the receiver sends the bot elsewhere; check {WebhookOptions.Section}:Url"),
            401 or 403 =>
                Operator($"{code}: the receiver does not accept the signature; check {WebhookOptions.Section}:Secret and both clocks"),
            404 or 405 or 410 => Operator($"{code}: nobody takes requests there; check {WebhookOptions.Section}:Url"),
            _ => Operator(code),
        };
    }

    private static DeskAnswer.NotNow Operator(string why) => new(why) { NeedsOperator = true };

    private TimeSpan? Pause(HttpResponseHeaders headers)
    {
        var pause = headers.RetryAfter?.Delta ?? headers.RetryAfter?.Date - time.GetUtcNow();
        return pause is null ? null : TimeSpan.FromTicks(Math.Clamp(pause.Value.Ticks, 0, LongestPause.Ticks));
    }

    private static bool IsBeforeSending(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError;
}
