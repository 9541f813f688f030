using System.Threading.RateLimiting;
using ChatOpsBot.Application;
using Microsoft.AspNetCore.RateLimiting;

namespace ChatOpsBot.Host.DeskHooks;

/// <summary>How often a desk may send, by the address it comes from: before its signature is checked, nobody knows who it is.</summary>
internal sealed class HookPace(ILogger<HookPace> log) : IRateLimiterPolicy<string>
{
    public const string PolicyName = "words from desks";

    private const int AtOnce = 120;
    private const int PerSecond = 4;

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected => (refused, _) => RefuseAsync(refused.HttpContext);

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => RateLimitPartition.GetTokenBucketLimiter(
        httpContext.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new() { TokenLimit = AtOnce, TokensPerPeriod = PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1) });

    private async ValueTask RefuseAsync(HttpContext http)
    {
        log.HintRefused(StatusCodes.Status429TooManyRequests);
        http.Response.Headers.RetryAfter = "1";
        await TypedResults.Problem("Too many requests; wait a second.", statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(http);
    }
}
