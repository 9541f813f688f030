using System.Threading.RateLimiting;
using ChatOpsBot.Application;
using ChatOpsBot.Host.Pages;
using Microsoft.AspNetCore.RateLimiting;

namespace ChatOpsBot.Host.Tickets;

/// <summary>How often one person may load or send something at the desk, through however many browsers.</summary>
internal sealed class DeskPace(ILogger<DeskPace> log, DeskRefusals refusals) : IRateLimiterPolicy<string>
{
    public const string PolicyName = "requests at the desk";

    private const int AtOnce = 60;
    private const int PerSecond = 2;

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected => (refused, _) => RefuseAsync(refused.HttpContext);

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => RateLimitPartition.GetTokenBucketLimiter(
        KeyOf(httpContext), _ => new() { TokenLimit = AtOnce, TokensPerPeriod = PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1) });

    private static string KeyOf(HttpContext http) => DeskAgent.Of(http.User).Person?.Id ?? "";

    private async ValueTask RefuseAsync(HttpContext http)
    {
        log.DeskPageRefused(KeyOf(http), "too_fast");
        PageHeaders.Protect(http.Response.Headers);
        http.Response.Headers.RetryAfter = "1";
        await (await refusals.PageAsync(http, StatusCodes.Status429TooManyRequests, "too_fast")).ExecuteAsync(http);
    }
}
