using ChatOpsBot.Application.Retention;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Cards;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Retention;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using static ChatOpsBot.Tests.Storage.SampleRequest;

namespace ChatOpsBot.Tests.Storage;

/// <summary>What is past its time goes, and nothing else does.</summary>
public abstract partial class RetentionContract(TestDatabase database) : DatabaseContract(database)
{
    private static readonly RetentionOptions Kept = new() { Pause = TimeSpan.Zero, AtATime = 3 };

    private static readonly Gen<History> Histories = Gen.Select(
        Gen.Enum<RequestState>(),
        Gen.Enum<TicketState>(),
        Gen.Int[0, 1500],
        Gen.Int[0, 9],
        (state, ticket, days, beside) => new History(state, ticket, days, beside));

    private FakeTimeProvider Clock { get; } = new(Monday);

    [Fact]
    public async Task Of_any_histories_what_is_past_its_time_goes_and_what_is_open_or_needed_stays()
    {
        var count = 0;
        await Histories.Array[24].SampleAsync(
            async histories =>
            {
                var all = new List<(Request Request, bool Stays)>();
                foreach (var history in histories)
                    all.Add(await MakeAsync(history, ++count));

                Assert.True(await RoundAsync());

                var left = (await AskAsync(db => new RequestStore(db).FindByKeysAsync([.. all.Select(it => it.Request.Key)], Cancel)))
                    .Select(it => it.Key)
                    .ToHashSet();
                Assert.Equal(all.Where(it => it.Stays).Select(it => it.Request.Key).Order(), left.Order());
                await NothingLiesAboutAsync();
            },
                iter: 6,
                threads: 1);
    }

    [Fact]
    public async Task Killed_in_the_middle_the_next_look_goes_on_where_it_was()
    {
        for (var number = 1; number <= 20; number++)
            await MakeAsync(new(RequestState.Rejected, TicketState.New, 800, Beside: 9), number);
        using var kill = new CancellationTokenSource();
        var contexts = 0;
        var round = Round(() =>
        {
            if (++contexts == 12)
                kill.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => round.TakeAsync(kill.Token));
        Assert.InRange(await AskAsync(db => db.RequestAuditEntries.CountAsync(Cancel)), 1, 19);

        // The lease of the one that was killed runs out, by a clock that may differ from this one.
        Clock.Advance(TimeSpan.FromMinutes(8));
        Assert.True(await RoundAsync());
        Assert.Equal(0, await AskAsync(db => db.RequestAuditEntries.CountAsync(Cancel)));
        var run = await AskAsync(db => new RetentionLog(db).LastAsync(Cancel));
        Assert.Equal((Clock.GetUtcNow(), null), (run?.EndedAt, run?.Fault));
    }

    [Fact]
    public async Task Of_two_instances_one_does_it()
    {
        for (var number = 1; number <= 30; number++)
            await MakeAsync(new(RequestState.Withdrawn, TicketState.New, 800, Beside: 9), number);

        var took = await Task.WhenAll(Task.Run(() => Round().TakeAsync(Cancel)), Task.Run(() => Round().TakeAsync(Cancel)));

        Assert.Contains(true, took);
        Assert.Equal(0, await AskAsync(db => db.RequestAuditEntries.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_key_that_was_given_is_not_given_again_and_neither_is_the_number_of_an_event()
    {
        var (old, _) = await MakeAsync(new(RequestState.Rejected, TicketState.New, 800, Beside: 9), 1);
        await CommitAsync(db => new RecoveryStore(db).PutAsync(Over(7, null, Guid.NewGuid()), null, Monday.AddDays(-800), Cancel));
        await RoundAsync();
        Assert.Equal(0, await AskAsync(db => db.RequestAuditEntries.CountAsync(Cancel)));

        await using var db = await OpenAsync();
        var fault = await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            new RequestStore(db).PutAsync(Draft(old.Key), new("started", Ana), null, Monday, Cancel));
        Assert.True(db.IsConcurrencyConflict(fault));
        Assert.Equal(8, await new RecoveryStore(db).NextNumberAsync(Cancel));
    }

    [Fact]
    public async Task An_event_goes_with_all_its_deliveries_and_before_the_request_it_came_of()
    {
        var (request, _) = await MakeAsync(new(RequestState.Withdrawn, TicketState.New, 800, Beside: 9), 1);
        var over = Over(3, request.Id, Guid.NewGuid());
        await CommitAsync(async db =>
        {
            await new RecoveryStore(db).PutAsync(over, null, Monday.AddDays(-731), Cancel);
            db.Deliveries.AddRange(
                Enumerable
                    .Range(0, 10)
                    .Select(number => new ChatOpsBot.Storage.Recovery.Delivery
                    {
                        EventId = over.Id,
                        ChannelId = $"19:{number}",
                        State = DeliveryState.Updated,
                    }));
        });

        await RoundAsync();

        Assert.Null(await AskAsync(db => new RecoveryStore(db).FindAsync(over.Id, Cancel)));
        Assert.Equal(0, await AskAsync(db => db.Deliveries.CountAsync(Cancel)));
        Assert.Null(await AskAsync(db => new RequestStore(db).FindAsync(request.Id, Cancel)));
    }

    [Fact]
    public async Task An_event_that_is_open_or_not_old_enough_stays_and_so_does_its_request()
    {
        var (request, _) = await MakeAsync(new(RequestState.Withdrawn, TicketState.New, 800, Beside: 9), 1);
        var open = Over(3, request.Id, Guid.NewGuid()) with { State = RecoveryState.Stable };
        await CommitAsync(async db =>
        {
            await new RecoveryStore(db).PutAsync(open, null, Monday.AddDays(-2000), Cancel);
            await new RecoveryStore(db).PutAsync(Over(4, null, Guid.NewGuid()), null, Monday.AddDays(-729), Cancel);
        });

        await RoundAsync();

        Assert.Equal(2, (await AskAsync(db => new RecoveryStore(db).LatestAsync(null, 10, Cancel))).Count);
        Assert.NotNull(await AskAsync(db => new RequestStore(db).FindAsync(request.Id, Cancel)));
    }

    [Fact]
    public async Task Small_things_go_each_in_its_time()
    {
        await CommitAsync(db =>
        {
            foreach (var days in (int[])[1, 6, 8, 29, 31])
            {
                db.SeenActivities.Add(new() { Key = $"{days}", At = Monday.AddDays(-days) });
                db.ReportedEvents.Add(
                    new()
                    {
                        Source = "/site",
                        Id = $"{days}",
                        Answer = "{}",
                        At = Monday.AddDays(-days),
                    });
                db.Viewers.Add(
                    new()
                    {
                        Hash = $"{days}",
                        Page = ViewerPage.Wall,
                        PersonId = "aad-ana",
                        IsInvitation = true,
                        Until = Monday.AddDays(7 - days),
                    });
                db.Conversations.Add(
                    new()
                    {
                        Id = $"{days}",
                        ConversationId = $"{days}",
                        Kind = "personal",
                        ServiceUrl = "",
                        BotId = "28:bot",
                        RemovedAt = days == 1 ? null : Monday.AddDays(-days),
                    });
                db.Channels.Add(
                    new()
                    {
                        Id = $"{days}",
                        Status = days == 29 ? ChannelStatus.Paused : ChannelStatus.Gone,
                        ChangedAt = Monday.AddDays(-days * 2),
                    });
                db.Subscriptions.Add(
                    new() { ChannelId = $"{days}", System = "LPAR1", At = Monday, IsFromSettings = days == 31 });
            }
        });

        await RoundAsync();

        await using var db = await OpenAsync();
        Assert.Equal(["1", "6"], await db.SeenActivities.Select(row => row.Key).Order().ToListAsync(Cancel));
        Assert.Equal(["1", "29", "6", "8"], await db.ReportedEvents.Select(row => row.Id).Order().ToListAsync(Cancel));
        Assert.Equal(["1", "6"], await db.Viewers.Select(row => row.Hash).Order().ToListAsync(Cancel));
        Assert.Equal(["1", "29", "6", "8"], await db.Conversations.Select(row => row.Id).Order().ToListAsync(Cancel));
        // Gone for more than 30 days and not from settings: none but these stays.
        Assert.Equal(["1", "29", "31", "6", "8"], await db.Channels.Select(row => row.Id).Order().ToListAsync(Cancel));
        Assert.Equal(5, await db.Subscriptions.CountAsync(Cancel));
    }

    private static RecoveryEvent Over(int number, Guid? request, Guid id) => new()
    {
        Id = id,
        Number = number,
        Kind = RecoveryKind.Drill,
        Systems = [new($"LPAR{number}", null)],
        DeclaredBy = Eva,
        DeclaredAt = Monday.AddDays(-900),
        State = RecoveryState.Closed,
        Request = request,
    };

    private Task<bool> RoundAsync() => Round().TakeAsync(Cancel);

    private RetentionRound Round(Action? onContext = null) =>
        new(
            new Factory(Database, onContext),
            Options.Create(Kept),
            Options.Create(new StorageOptions()),
            Clock,
            NullLogger<RetentionRound>.Instance);

    private async Task<(Request Request, bool Stays)> MakeAsync(History history, int number)
    {
        var at = Monday.AddDays(-history.Days).AddTicks(number * TimeSpan.TicksPerMillisecond);
        var isDraft = history.State is RequestState.Filling or RequestState.Reviewing;
        var isConfirmed = history.State is not (RequestState.Cancelled or RequestState.Expired) && (!isDraft || history.Beside < 5);
        var request = Draft($"RST-{number:D6}") with
        {
            State = history.State,
            CreatedAt = at.AddDays(-1),
            ChangedAt = at,
            ConfirmedAt = isConfirmed ? at : null,
            Ticket = history.State is RequestState.Filed ? new($"X-{number}", history.Ticket, at) : null,
        };
        var ticket = history.Beside is 1 ? history.Ticket : (TicketState?)null;
        await CommitAsync(async db =>
        {
            await new RequestStore(db).PutAsync(request, new("started", Ana), null, at, Cancel);
            await new CardStore(db).NoteAsync(Subject.Request(request.Id), "a:ana", "1", "{}", "Owner", at, Cancel);
            if (history.Beside is 0)
                new ChatOpsBot.Storage.Outbox.OutboxStore(db).Add(new OutboxMessage.Redraw(request.Id), at);
            if (history.Beside is 2)
                await new RecoveryStore(db).PutAsync(Over(number, request.Id, Guid.NewGuid()), null, Monday, Cancel);
            if (ticket is not null)
                db.TicketFiles.Add(FileOf($"T-{number:D6}", at));
            if (ticket is { } state)
                db.Tickets.Add(
                    new()
                    {
                        Number = $"T-{number:D6}",
                        Key = request.Key,
                        Type = "restore",
                        Subject = "",
                        Body = "",
                        Severity = Severity.Medium,
                        State = state,
                        CreatedAt = at,
                        ChangedAt = at,
                    });
        });
        var isNeeded = history.Beside is 0 or 2
            || ticket is TicketState.New or TicketState.InProgress or TicketState.WaitingForYou or TicketState.OnHold;
        var days = isDraft ? 37 : isConfirmed ? 730 : 30;
        return (request, request.IsOpen || isNeeded || (isDraft && isConfirmed) || at >= Monday.AddDays(-days));
    }

    private async Task NothingLiesAboutAsync()
    {
        await using var db = await OpenAsync();
        var ids = (await new RequestStore(db).OwnAsync(Ana.Id, 10_000, Cancel)).Select(request => request.Id).ToList();
        Assert.Equal(0, await db.RequestAuditEntries.CountAsync(entry => !ids.Contains(entry.RequestId), Cancel));
        Assert.Equal(0, await db.CardPlaces.CountAsync(place => !ids.Contains(place.SubjectId), Cancel));
        Assert.Equal(0, await db.TicketFiles.CountAsync(file => !db.Tickets.Any(ticket => ticket.Number == file.Number), Cancel));
    }

    /// <param name="Days">How long ago it changed last.</param>
    /// <param name="Beside">0: a message waits; 1: a ticket at the bot's own desk; 2: a DR event came of it; below 5, a draft is a
    /// change to what was confirmed.</param>
    private sealed record History(RequestState State, TicketState Ticket, int Days, int Beside);

    private sealed class Factory(TestDatabase database, Action? onContext) : IDbContextFactory<BotDb>
    {
        public BotDb CreateDbContext()
        {
            onContext?.Invoke();
            return database.Open();
        }
    }
}
