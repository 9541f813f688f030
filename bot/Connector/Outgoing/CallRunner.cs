using ChatOpsBot.Connector.Outgoing.Pacing;
using ChatOpsBot.Connector.Trust;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Rest;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>
/// Runs calls of the SDK's clients: with a token, at the allowed pace, within the time limit, retried where that is safe, and with an
/// outcome instead of an exception.
/// </summary>
/// <param name="token">Null in local mode, where no token is sent.</param>
internal sealed class CallRunner(
    ServiceClients clients,
    BotToken? token,
    PacedWait pace,
    IOptions<ConnectorOptions> options,
    TimeProvider time,
    ConnectorMetrics metrics,
    ILogger<CallRunner> log)
{
    private readonly RetryRules _retries = new(options.Value, time, metrics, log);

    public async Task<CallResult<T>> RunAsync<T>(
        ConnectorCall call, Func<ServiceClients, CancellationToken, Task<T?>> send, CancellationToken cancellationToken)
        where T : class
    {
        using var span = ConnectorTracing.Call(call);
        var result = call.IsOnce
            ? await AttemptAsync(call, send, cancellationToken)
            : await _retries.RunAsync(call, attempt => AttemptAsync(call, send, attempt), cancellationToken);
        if (result.Failure is { } failure)
            log.CallFailed(call.Operation, call.Target.ConversationId, failure);
        span?.Ended(result);
        return result;
    }

    private async Task<CallResult<T>> AttemptAsync<T>(
        ConnectorCall call, Func<ServiceClients, CancellationToken, Task<T?>> send, CancellationToken cancellationToken)
        where T : class
    {
        if (clients.Objection(call.Target.ServiceUrl) is { } objection)
            return new(objection);

        // Before the pace, so that a call without a token takes nobody's place.
        string? bearer = null;
        if (token is not null && (bearer = await token.GetAsync(cancellationToken)) is null)
            return new(new SendOutcome.Unreachable("no token for the bot"));

        if (await pace.WaitAsync(call, options.Value.CallTimeLimit, cancellationToken) is { } held)
        {
            metrics.Held(call);
            return new(held);
        }

        var result = await SendAsync(send, cancellationToken);
        metrics.Called(call, result.Failure);
        pace.Ended(call, result.Failure);
        if (bearer is not null && result.Failure is SendOutcome.Refused { Status: 401 })
            token?.Forget(bearer);
        return result;
    }

    private async Task<CallResult<T>> SendAsync<T>(
        Func<ServiceClients, CancellationToken, Task<T?>> send, CancellationToken cancellationToken)
        where T : class
    {
        using var limit = new CancellationTokenSource(options.Value.CallTimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return new(null, await send(clients, either.Token));
        }
        catch (RefusedCallException refused)
        {
            return new(refused.Outcome);
        }
        catch (SerializationException)
        {
            // Accepted all the same: the status has said so, only the answer cannot be read.
            return new(null);
        }
        catch (Exception error) when (NetworkFailure.Of(error) is { } failure && !cancellationToken.IsCancellationRequested)
        {
            return new(failure);
        }
    }
}
