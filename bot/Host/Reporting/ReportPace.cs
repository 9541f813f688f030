using System.Threading.RateLimiting;
using ChatOpsBot.Application;
using ChatOpsBot.Application.Recovery.Reporting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Reporting;

/// <summary>How often each reporter may send: a minute's worth at once, and then as much as comes back every second.</summary>
internal sealed class ReportPace(IOptions<ReportingOptions> options, ILogger<ReportEndpoint> log) : IRateLimiterPolicy<string>
{
    public const string PolicyName = "reports per minute";

    private readonly int _perMinute = options.Value.ReportsPerMinute;

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected => (refused, _) => RefuseAsync(refused.HttpContext);

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => RateLimitPartition.GetTokenBucketLimiter(
        ReporterIdentity.Of(httpContext.User).Name,
        _ => new()
        {
            TokenLimit = _perMinute,
            TokensPerPeriod = _perMinute / 60,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        });

    private async ValueTask RefuseAsync(HttpContext http)
    {
        log.ReportRefused("?", StatusCodes.Status429TooManyRequests);
        http.Response.Headers.RetryAfter = "1";
        await ReportAnswer
            .Refused(StatusCodes.Status429TooManyRequests, "Too many requests; send several events in one, or wait a second.")
            .ToResult()
            .ExecuteAsync(http);
    }
}
