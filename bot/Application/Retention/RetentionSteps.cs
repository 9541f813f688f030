using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.People;
using ChatOpsBot.Storage.Retention;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Retention;

/// <summary>
/// What goes when, in the order in which it goes: an event before the request it came of, and a request before what lies about without
/// one.
/// </summary>
internal sealed class RetentionSteps(IDbContextFactory<BotDb> databases, RetentionOptions kept, TimeSpan activities, DateTimeOffset now)
{
    /// <summary>Cards are noted a moment after the change that they show.</summary>
    private static readonly TimeSpan NotedLate = TimeSpan.FromHours(1);

    private string _person = "";

    /// <summary>Each is done again until it gives 0. What removes no rows has no name.</summary>
    public IReadOnlyList<(string What, Func<CancellationToken, Task<int>> Step)> All =>
        [
            ("", NamesAsync),
            ("DR events", cancel => WithAsync(db => new EventSweep(db).EndedAsync(now - kept.Events, kept.AtATime, now, cancel), cancel)),
            ("requests", cancel => WithAsync(db => new RequestSweep(db).EndedAsync(now - kept.Requests, kept.AtATime, now, cancel), cancel)),
            ("drafts", cancel => WithAsync(db => new RequestSweep(db).GivenUpAsync(now - kept.Drafts, kept.AtATime, now, cancel), cancel)),
            (
                "drafts",
                cancel =>
                    WithAsync(
                        db => new RequestSweep(db).AbandonedAsync(now - kept.Drafts - Drafts.Life, kept.AtATime, now, cancel), cancel)),
            (
                "tickets",
                cancel =>
                    WithAsync(db => new RequestSweep(db).OrphanedTicketsAsync(now - kept.Requests, kept.AtATime, now, cancel), cancel)),
            (
                "messages",
                cancel => WithAsync(db => new SmallSweeps(db).DeadLettersAsync(now - kept.DeadLetters, kept.AtATime, cancel), cancel)),
            ("files", cancel => WithAsync(db => new SmallSweeps(db).FilesAsync(now - NotedLate, kept.AtATime, cancel), cancel)),
            ("cards", cancel => WithAsync(db => new SmallSweeps(db).OrphanedCardsAsync(now - NotedLate, kept.AtATime, cancel), cancel)),
            ("places", cancel => WithAsync(db => new SmallSweeps(db).PlacesAsync(now - kept.LeftPlaces, kept.AtATime, cancel), cancel)),
            ("channels", cancel => WithAsync(db => new SmallSweeps(db).ChannelsAsync(now - kept.LeftPlaces, kept.AtATime, cancel), cancel)),
            (
                "answered activities",
                cancel => WithAsync(db => new SmallSweeps(db).ActivitiesAsync(now - activities, kept.AtATime, cancel), cancel)),
            ("reports", cancel => WithAsync(db => new SmallSweeps(db).ReportsAsync(now - kept.Reports, kept.AtATime, cancel), cancel)),
            ("leave to look", cancel => WithAsync(db => new SmallSweeps(db).ViewersAsync(now, kept.AtATime, cancel), cancel)),
            ("audit texts", cancel => WithAsync(db => new AuditSweep(db).TextsAsync(now - kept.Audit, kept.AtATime, now, cancel), cancel)),
        ];

    // Those who asked to be forgotten while they took part in something open: a person at a time.
    private async Task<int> NamesAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var last = await new Forgetting(db).GoOnAsync(_person, most: 1, now, cancel);
        _person = last ?? "";
        return last is null ? 0 : 1;
    }

    // A new context each time: none grows with what goes.
    private async Task<int> WithAsync(Func<BotDb, Task<int>> step, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await step(db);
    }
}
