using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>
/// What is tried again. Nothing was done after a throttle or without a connection, so any call may come again; after an unknown end
/// only a call that has the same effect twice as once. A POST is not one: trying it again has doubled messages.
/// </summary>
internal static class RetryRules
{
    private const int Retries = 3;

    public static ResiliencePipeline<WireAnswer> Pipeline(HttpMethod method, ConnectorOptions options, TimeProvider time, ConnectorMetrics metrics, ILogger log) =>
        new ResiliencePipelineBuilder<WireAnswer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<WireAnswer>
            {
                ShouldHandle = arguments => ValueTask.FromResult(MayComeAgain(arguments.Outcome.Result.Failure, method, options.RetryWaitLimit)),
                MaxRetryAttempts = Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = options.RetryWaitLimit,
                UseJitter = true,
                DelayGenerator = arguments => ValueTask.FromResult(Asked(arguments.Outcome.Result.Failure)),
                OnRetry = arguments =>
                {
                    metrics.Retried();
                    log.CallRetried(method.Method, arguments.RetryDelay, arguments.AttemptNumber + 1, arguments.Outcome.Result.Failure!);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();

    private static bool MayComeAgain(SendOutcome? failure, HttpMethod method, TimeSpan longestWait) => failure switch
    {
        SendOutcome.Throttled or SendOutcome.UnknownEnd when Asked(failure) > longestWait => false,
        SendOutcome.Throttled or SendOutcome.Unreachable => true,

        // 500 is documented as "do not retry".
        SendOutcome.UnknownEnd { Status: not 500 } => method != HttpMethod.Post,
        _ => false,
    };

    private static TimeSpan? Asked(SendOutcome? failure) => failure switch
    {
        SendOutcome.Throttled throttled => throttled.RetryAfter,
        SendOutcome.UnknownEnd unknown => unknown.RetryAfter,
        _ => null,
    };
}
