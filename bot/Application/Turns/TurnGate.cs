using System.Threading.RateLimiting;
using ChatOpsBot.Connector.Trust;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Turns;

/// <summary>
/// Lets turns in: as many at once as are worked in time, and of one person and one tenant no more a second than people write. Whoever does
/// not get in is told so soon, rather than left waiting.
/// </summary>
internal sealed class TurnGate : IDisposable
{
    // Teams shows a press as failed after a while, and people write again: better "busy" than silence.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _places;
    private readonly PartitionedRateLimiter<IncomingContext>? _pace;
    private readonly Recent<bool> _told;

    public TurnGate(IOptions<TurnOptions> options, LocalPlaygroundMode local, TimeProvider time)
    {
        var turns = options.Value;
        _places = new(turns.AtOnce);
        _told = new(time, TellEvery, turns.RememberAtMost);
        // Whoever tries the bot out at the own machine is held back by nothing.
        _pace = local.IsOn ? null : PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<IncomingContext, string>(
                context => Bucket($"{context.TenantId} {PersonOf(context)}", turns.PerPersonASecond)),
            PartitionedRateLimiter.Create<IncomingContext, string>(context => Bucket(context.TenantId ?? "", turns.PerTenantASecond)));
    }

    /// <returns>Whether the turn may be worked; if so, the place is to be left when it is over.</returns>
    public async ValueTask<TurnEntry> EnterAsync(IncomingContext context, CancellationToken cancel)
    {
        if (_pace is not null)
        {
            using var lease = _pace.AttemptAcquire(context);
            if (!lease.IsAcquired)
                return Told(context) ? TurnEntry.TooFastAgain : TurnEntry.TooFast;
        }

        return await _places.WaitAsync(LongestWait, cancel) ? TurnEntry.Entered : TurnEntry.Busy;
    }

    public void Leave() => _places.Release();

    public void Dispose()
    {
        _places.Dispose();
        _pace?.Dispose();
    }

    private bool Told(IncomingContext context)
    {
        var isFirst = false;
        _told.GetOrAdd(PersonOf(context), () => isFirst = true);
        return !isFirst;
    }

    private static string PersonOf(IncomingContext context) => context.Who.Id is { Length: > 0 } id ? id : context.Where.ConversationId;

    private static RateLimitPartition<string> Bucket(string key, int aSecond) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        // People write in bursts: three seconds' worth at once.
        TokenLimit = aSecond * 3,
        TokensPerPeriod = aSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        AutoReplenishment = true,
    });
}
