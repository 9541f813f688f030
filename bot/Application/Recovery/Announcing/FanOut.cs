using System.Diagnostics;
using ChatOpsBot.Application.Telemetry;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>Brings each event to the channels that follow it: as work that is due, in steps that others can write between.</summary>
public sealed class FanOut(
    IDbContextFactory<BotDb> databases,
    BlockedTenants blocked,
    AnnouncementSignals signals,
    TimeProvider time,
    IOptions<AnnouncingOptions> options,
    ILogger<FanOut> log)
{
    private const int Step = 500;

    /// <summary>The first step is small: the first channels hear at once.</summary>
    private const int FirstStep = 100;

    /// <summary>An event that is over is looked at for so long, for the sake of channels whose copy was missed by a hair.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromMinutes(10);

    /// <summary>A pass that takes long runs less often: the pause is this many times as long as the pass.</summary>
    private const int LeastRest = 20;

    private long? _swept;
    private TimeSpan _pause;

    /// <summary>Spreads what has changed; from time to time it looks after everything that is open.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        var begin = time.GetTimestamp();
        var isSweep = _swept is not { } swept || time.GetElapsedTime(swept) >= _pause;
        if (isSweep)
            await blocked.LookAsync(cancel);
        foreach (var spread in await EventsAsync(isSweep, cancel))
            await SpreadAsync(spread, cancel);
        if (!isSweep)
            return;

        _swept = time.GetTimestamp();
        var took = time.GetElapsedTime(begin) * LeastRest;
        _pause = took > options.Value.SweepEvery ? took : options.Value.SweepEvery;
    }

    private async Task<IReadOnlyList<FanOutEvent>> EventsAsync(bool isSweep, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (events, unreadable) = await new FanOutStore(db).EventsAsync(onlyBehind: !isSweep, time.GetUtcNow() - LookBack, cancel);
        if (isSweep)
        {
            foreach (var id in unreadable)
                log.EventUnreadable(id);
        }

        return events;
    }

    private async Task SpreadAsync(FanOutEvent spread, CancellationToken cancel)
    {
        var drEvent = spread.Event;
        using var span = spread.IsBehind ? Begin(spread) : null;
        // Those who begin to follow an event that is over hear nothing of it, unless nobody has heard yet.
        var added = drEvent.IsOver && spread.Fanned > 0 ? 0 : await StepsAsync(
            (store, after, most) => store.NextChannelsAsync(after, most, cancel),
            (store, after, upTo) => store.AddFollowersAsync(drEvent, after, upTo, time.GetUtcNow(), cancel),
            cancel);
        var due = await StepsAsync(
            (store, after, most) => store.NextDeliveriesAsync(drEvent, after, most, cancel),
            (store, after, upTo) =>
                store.MakeDueAsync(
                    drEvent,
                    spread.IsBehind,
                    options.Value.UnknownEnd is UnknownEndPolicy.SendAgain,
                    after,
                    upTo,
                    time.GetUtcNow(),
                    cancel),
            cancel);
        if (spread.IsBehind)
            await SpreadAsync(drEvent, cancel);
        span?.SetTag("chatopsbot.channels.added", added).SetTag("chatopsbot.channels.due", due);
        if (added + due > 0 || spread.IsBehind)
            log.EventSpread(drEvent.Key, drEvent.Version, added, due);
    }

    private static Activity? Begin(FanOutEvent spread)
    {
        var made = ActivityContext.TryParse(spread.Trace, null, isRemote: true, out var context) ? context : default;
        return BotTracing.Source.StartActivity("spread", ActivityKind.Internal, made)?
            .SetTag("chatopsbot.event.key", spread.Event.Key)
            .SetTag("chatopsbot.event.version", spread.Event.Version);
    }

    private async Task SpreadAsync(Domain.Recovery.RecoveryEvent drEvent, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await new FanOutStore(db).SpreadAsync(drEvent, cancel);
    }

    private async Task<int> StepsAsync(
        Func<FanOutStore, string, int, Task<string?>> nextAsync,
        Func<FanOutStore, string, string, Task<int>> doAsync,
        CancellationToken cancel)
    {
        var (total, after, most) = (0, "", FirstStep);
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var store = new FanOutStore(db);
            if (await nextAsync(store, after, most) is not { } upTo)
                return total;

            var done = await doAsync(store, after, upTo);
            if (done > 0)
                signals.Deliveries.Set();
            (total, after, most) = (total + done, upTo, Step);
        }
    }
}
