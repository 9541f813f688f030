using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>
/// What is retried. After a throttle or without a connection nothing was done, so any call may be repeated; after an unknown outcome only
/// an idempotent one. A POST is not: repeating it has duplicated messages. Only an answer is repeated after 502 to 504.
/// </summary>
internal sealed class RetryRules(ConnectorOptions options, TimeProvider time, ConnectorMetrics metrics, ILogger log)
{
    private const int Retries = 3;

    private static readonly ResiliencePropertyKey<ConnectorCall> CallKey = new("call");

    private readonly ResiliencePipeline<SendOutcome?> _pipeline = new ResiliencePipelineBuilder<SendOutcome?> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<SendOutcome?>
        {
            ShouldHandle = arguments => ValueTask.FromResult(
                MayRetry(arguments.Outcome.Result, Call(arguments.Context), options.RetryWaitLimit)),
            MaxRetryAttempts = Retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = options.RetryWaitLimit,
            UseJitter = true,
            DelayGenerator = arguments => ValueTask.FromResult(RetryAfter(arguments.Outcome.Result)),
            OnRetry = arguments =>
            {
                metrics.Retried();
                var failure = arguments.Outcome.Result!;
                log.CallRetried(Call(arguments.Context).Operation, arguments.RetryDelay, arguments.AttemptNumber + 1, failure);
                return ValueTask.CompletedTask;
            },
        })
        .Build();

    public async Task<CallResult<T>> RunAsync<T>(
        ConnectorCall call, Func<CancellationToken, Task<CallResult<T>>> attempt, CancellationToken cancellationToken)
        where T : class
    {
        CallResult<T> last = default;
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(CallKey, call);
            await _pipeline.ExecuteAsync(async it => (last = await attempt(it.CancellationToken)).Failure, context);
            return last;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ConnectorCall Call(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private static bool MayRetry(SendOutcome? failure, ConnectorCall call, TimeSpan longestWait) => failure switch
    {
        SendOutcome.Throttled or SendOutcome.UnknownEnd when RetryAfter(failure) > longestWait => false,
        SendOutcome.Throttled or SendOutcome.Unreachable => true,

        // 500 is documented as "do not retry".
        SendOutcome.UnknownEnd { Status: >= 502 and <= 504 } => call.IsIdempotent || call.IsAnswer,
        SendOutcome.UnknownEnd { Status: not 500 } => call.IsIdempotent,
        _ => false,
    };

    private static TimeSpan? RetryAfter(SendOutcome? failure) => failure switch
    {
        SendOutcome.Throttled throttled => throttled.RetryAfter,
        SendOutcome.UnknownEnd unknown => unknown.RetryAfter,
        _ => null,
    };
}
