using System.Threading.RateLimiting;
using ChatOpsBot.Application;
using ChatOpsBot.Host.Pages;
using Microsoft.AspNetCore.RateLimiting;

namespace ChatOpsBot.Host.Wall;

/// <summary>How many watch at once: all together, and by the links of one person. A place is free again when somebody leaves.</summary>
internal sealed class WallRoom(ILogger<WallEndpoint> log) : IRateLimiterPolicy<string>, IDisposable
{
    public const string PolicyName = "watchers";

    /// <summary>A wall screen each, and room for those who look once.</summary>
    private const int MostWatchers = 200;

    /// <summary>Screens that one person may have put up, so that nobody takes the places of all.</summary>
    private const int MostOfOne = 20;

    private const int SecondsToWait = 10;

    private readonly ConcurrencyLimiter _everybody = new(new() { PermitLimit = MostWatchers });

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected => (refused, _) =>
    {
        log.TooManyWatch(MostWatchers);
        var response = refused.HttpContext.Response;
        PageHeaders.Protect(response.Headers, runsScript: true);
        response.Headers.RetryAfter = $"{SecondsToWait}";
        // The room is full whoever asks: that is no fault of this browser's.
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return ValueTask.CompletedTask;
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => RateLimitPartition.Get(
        Onlooker.Of(httpContext.User).PersonId,
        person => person.Length == 0
            ? new SharedLimiter(_everybody)
            : RateLimiter.CreateChained(new ConcurrencyLimiter(new() { PermitLimit = MostOfOne }), new SharedLimiter(_everybody)));

    public void Dispose() => _everybody.Dispose();
}
