using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ChatOpsBot.Connector.Outgoing.Pacing;
using ChatOpsBot.Connector.Trust;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>
/// One HTTP call to the Bot Connector: the host is checked, the token added, the pace kept, the answer read, what is safe tried again.
/// Nothing else in the bot sends its token.
/// </summary>
/// <param name="token">Null in local mode, where no token is sent.</param>
internal sealed class ConnectorWire(
    IHttpClientFactory clients,
    TrustedHosts hosts,
    BotToken? token,
    PacedWait pace,
    IOptions<ConnectorOptions> options,
    TimeProvider time,
    ConnectorMetrics metrics,
    ILogger<ConnectorWire> log)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "Teams";

    public async Task<WireAnswer> CallAsync(WireCall call, CancellationToken cancellationToken)
    {
        using var span = ConnectorTracing.Call(call);
        var body = call.Body?.ToJsonString();
        var answer = !hosts.Allows(call.Place.ServiceUrl) ? new(new SendOutcome.Refused(Refusal.HostNotAllowed, 0, null))
            : call.IsOnce ? await AttemptAsync(call, body, cancellationToken)
            : await RetryRules.Pipeline(call.Method, options.Value, time, metrics, log).ExecuteAsync(
                async attempt => await AttemptAsync(call, body, attempt), cancellationToken);
        if (answer.Failure is { } failure)
            log.CallFailed(call.Method.Method, call.Place.ConversationId, failure);
        span?.Ended(answer);
        return answer;
    }

    private async Task<WireAnswer> AttemptAsync(WireCall call, string? body, CancellationToken cancellationToken)
    {
        string? bearer = null;
        if (token is not null && (bearer = await token.GetAsync(cancellationToken)) is null)
            return new(new SendOutcome.Unreachable("no token for the bot"));
        if (await pace.WaitAsync(call, options.Value.CallTimeLimit, cancellationToken) is { } held)
        {
            metrics.Held(call);
            return new(held);
        }

        var answer = await SendAsync(Request(call.Method, call.Address, body, bearer), cancellationToken);
        metrics.Called(call, answer.Failure);
        pace.Ended(call, answer);
        if (bearer is not null && answer.Failure is SendOutcome.Refused { Status: 401 })
            token?.Forget(bearer);
        return answer;
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri address, string? body, string? bearer)
    {
        // HTTP/1.1: the local playground drops connections that try for more.
        var request = new HttpRequestMessage(method, address) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return request;
    }

    private async Task<WireAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Value.CallTimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using (request)
        {
            try
            {
                using var client = clients.CreateClient(ClientName);
                using var response = await client.SendAsync(request, either.Token);
                return await ReadAsync(response, either.Token);
            }
            catch (Exception error) when (NetworkEnd.Of(error) is { } end && !cancellationToken.IsCancellationRequested)
            {
                return new(end);
            }
        }
    }

    private async Task<WireAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? new(null, Json(body))
            : new(ErrorTable.Read(response.StatusCode, RetryAfter(response.Headers.RetryAfter), body));
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static JsonElement? Json(string body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            // Accepted all the same: the status has said so, only the id stays unknown.
            return null;
        }
    }
}
