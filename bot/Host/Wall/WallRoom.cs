using System.Threading.RateLimiting;
using ChatOpsBot.Application;
using Microsoft.AspNetCore.RateLimiting;

namespace ChatOpsBot.Host.Wall;

/// <summary>How many watch at once, all together. A place is free again when somebody leaves.</summary>
internal sealed class WallRoom(ILogger<WallEndpoint> log) : IRateLimiterPolicy<string>
{
    public const string PolicyName = "watchers";

    /// <summary>A wall screen each, and room for those who look once.</summary>
    private const int MostWatchers = 200;

    private const string Everybody = "";
    private const int SecondsToWait = 10;

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected => (refused, _) =>
    {
        log.TooManyWatch(MostWatchers);
        var response = refused.HttpContext.Response;
        WallHeaders.Protect(response.Headers);
        response.Headers.RetryAfter = $"{SecondsToWait}";
        // The room is full whoever asks: that is no fault of this browser's.
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return ValueTask.CompletedTask;
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetConcurrencyLimiter(Everybody, _ => new() { PermitLimit = MostWatchers });
}
