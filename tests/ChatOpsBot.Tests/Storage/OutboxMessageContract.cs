using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Storage;

/// <summary>Messages are committed with the change, taken by one claimer at a time, in order, and not lost.</summary>
public abstract class OutboxMessageContract(TestDatabase database) : DatabaseContract(database)
{
    private const string Me = "me";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private readonly Guid _request = Guid.NewGuid();

    [Fact]
    public async Task Every_kind_of_message_comes_back_as_it_was_committed()
    {
        var draft = new TicketDraft("RST-7K3QZ9", "restore", "[RST-7K3QZ9] Restore", "LPAR: LPAR1\nLibrary: ÜBUNG", Severity.High);
        OutboxMessage[] all =
        [
            new OutboxMessage.OpenTicket(Guid.NewGuid(), 3, draft), new OutboxMessage.AmendTicket(Guid.NewGuid(), 5, draft),
            new OutboxMessage.WithdrawTicket(Guid.NewGuid()),
            new OutboxMessage.ReplyToDesk(Guid.NewGuid(), new("1A2B3C4D", DeskReplyKind.NotSolved, "PAYLIB is missing.", "Ana")),
            new OutboxMessage.AttachFile(Guid.NewGuid(), Guid.NewGuid()), new OutboxMessage.Redraw(Guid.NewGuid()),
            new OutboxMessage.NotifyOwner(Guid.NewGuid(), Problem.Of("told", ("number", "T-1"))),
            new OutboxMessage.AskApprovers(Guid.NewGuid(), 3),
            new OutboxMessage.RemindApprovers(Guid.NewGuid(), 4),
            new OutboxMessage.Escalate(Guid.NewGuid(), 5),
            new OutboxMessage.ExpireDraft(Guid.NewGuid()),
            new OutboxMessage.Remind(Guid.NewGuid(), 6, Problem.Of("told", ("days", "7"))) { Until = Monday.AddDays(1), IsEnd = true },
            new OutboxMessage.AskAuthorities(Guid.NewGuid(), Monday, 2),
            new OutboxMessage.AnnounceApprovalTimeout(Guid.NewGuid()),
            new OutboxMessage.PromptUpdate(Guid.NewGuid(), Monday.AddHours(1)),
            new OutboxMessage.MissUpdate(Guid.NewGuid(), Monday.AddHours(1)),
            new OutboxMessage.NotifyDeclarer(Guid.NewGuid(), Problem.Of("told", ("key", "DR-3")), WithCard: true),
            new OutboxMessage.RedrawEvent(Guid.NewGuid()),
        ];
        Assert.Equal(typeof(OutboxMessage).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Length, all.Length);

        await AddAsync(all);
        Assert.Equal(
            all.Select(message => message with { Due = Monday }), (await ClaimAsync(Monday, most: 20)).Select(claimed => claimed.Message));
    }

    [Fact]
    public async Task Errands_of_one_commit_keep_their_order()
    {
        OutboxMessage[] many = [.. Enumerable.Range(0, 100).Select(number => new OutboxMessage.AskApprovers(_request, number))];
        await AddAsync(many);
        Assert.Equal(many.Select(message => message with { Due = Monday }), await WorkOffAsync(Monday));
    }

    [Fact]
    public async Task What_is_due_later_is_left_until_then()
    {
        await AddAsync(new OutboxMessage.ExpireDraft(_request) { Due = Monday.AddDays(7).ToOffset(TimeSpan.FromHours(9)) });
        Assert.Empty(await ClaimAsync(Monday.AddDays(7).AddSeconds(-1)));
        Assert.Equal(Monday.AddDays(7), Assert.Single(await ClaimAsync(Monday.AddDays(7))).Message.Due);
    }

    [Fact]
    public async Task What_is_claimed_is_nobody_elses_until_the_claim_ends()
    {
        await AddAsync(new OutboxMessage.Redraw(_request));
        var first = Assert.Single(await ClaimAsync(Monday));
        Assert.Equal((0, Monday + Lease), (first.Attempt, first.Until));
        Assert.Empty(await ClaimAsync(Monday + Lease - TimeSpan.FromSeconds(1), by: "other"));

        var second = Assert.Single(await ClaimAsync(Monday + Lease, by: "other"));
        Assert.Equal((first.Id, 1), (second.Id, second.Attempt));
        Assert.False(await AskAsync(db => new OutboxStore(db).DoneAsync(first.Id, Me, Cancel)));
        Assert.False(await AskAsync(db => new OutboxStore(db).LaterAsync(first.Id, Me, Monday, "late", false, Cancel)));
        Assert.False(await AskAsync(db => new OutboxStore(db).MoveToDeadLettersAsync(first.Id, Me, "late", Cancel)));
        Assert.True(await AskAsync(db => new OutboxStore(db).DoneAsync(first.Id, "other", Cancel)));
        Assert.Empty(await ClaimAsync(Monday.AddDays(1)));
    }

    [Fact]
    public async Task Of_one_request_the_next_waits_until_the_one_before_is_done()
    {
        await AddAsync(new OutboxMessage.Redraw(_request), new OutboxMessage.WithdrawTicket(_request));
        var first = Assert.Single(await ClaimAsync(Monday));
        Assert.IsType<OutboxMessage.Redraw>(first.Message);
        Assert.Empty(await ClaimAsync(Monday.AddSeconds(1)));

        await DoneAsync(first);
        Assert.IsType<OutboxMessage.WithdrawTicket>(Assert.Single(await ClaimAsync(Monday.AddSeconds(1))).Message);
    }

    [Fact]
    public async Task What_is_due_later_holds_nothing_back()
    {
        await AddAsync(new OutboxMessage.ExpireDraft(_request) { Due = Monday.AddDays(7) }, new OutboxMessage.Redraw(_request));
        Assert.IsType<OutboxMessage.Redraw>(Assert.Single(await ClaimAsync(Monday)).Message);
    }

    [Fact]
    public async Task What_failed_is_put_off_and_holds_nothing_back_meanwhile()
    {
        await AddAsync(new OutboxMessage.WithdrawTicket(_request), new OutboxMessage.Redraw(_request));
        var failed = Assert.Single(await ClaimAsync(Monday));
        Assert.True(await LaterAsync(failed, Monday.AddMinutes(5), isOutcomeUnknown: false));

        await DoneAsync(Assert.Single(await ClaimAsync(Monday.AddMinutes(1))));
        Assert.Empty(await ClaimAsync(Monday.AddMinutes(4)));
        var again = Assert.Single(await ClaimAsync(Monday.AddMinutes(5)));
        Assert.Equal((failed.Id, 1), (again.Id, again.Attempt));
    }

    [Fact]
    public async Task What_may_have_been_done_stays_known_as_that()
    {
        await AddAsync(new OutboxMessage.Redraw(_request));
        var first = Assert.Single(await ClaimAsync(Monday));
        List<bool> may = [first.Message.MayBeDuplicate];
        foreach (var (minute, isUnknown) in ((int, bool)[])[(1, false), (2, true), (3, false)])
        {
            await LaterAsync(first, Monday.AddMinutes(minute), isUnknown);
            may.Add(Assert.Single(await ClaimAsync(Monday.AddMinutes(minute))).Message.MayBeDuplicate);
        }

        Assert.Equal([false, false, true, true], may);

        await AddAsync(new OutboxMessage.Redraw(Guid.NewGuid()));
        Assert.False(Assert.Single(await ClaimAsync(Monday)).Message.MayBeDuplicate);
        // Its claimer has not come back.
        Assert.All(await ClaimAsync(Monday.AddHours(1), most: 5), claimed => Assert.True(claimed.Message.MayBeDuplicate));
    }

    [Fact]
    public async Task What_is_given_up_is_counted_and_holds_nothing_back()
    {
        await AddAsync(new OutboxMessage.WithdrawTicket(_request), new OutboxMessage.Redraw(_request));
        Assert.Equal(0, await AskAsync(db => new OutboxStore(db).DeadLettersAsync(Cancel)));
        var dead = Assert.Single(await ClaimAsync(Monday));
        Assert.True(await AskAsync(db => new OutboxStore(db).MoveToDeadLettersAsync(dead.Id, Me, "Refused.", Cancel)));

        Assert.Equal(1, await AskAsync(db => new OutboxStore(db).DeadLettersAsync(Cancel)));
        Assert.IsType<OutboxMessage.Redraw>(Assert.Single(await ClaimAsync(Monday.AddDays(1))).Message);
    }

    [Fact]
    public async Task What_waits_is_counted_by_kind_from_when_it_was_due_at_first()
    {
        await AddAsync(
            new OutboxMessage.WithdrawTicket(_request),
            new OutboxMessage.Redraw(Guid.NewGuid()),
            new OutboxMessage.Redraw(Guid.NewGuid()) { Due = Monday.AddHours(1) });
        var failed = Assert.Single(await ClaimAsync(Monday, most: 1));
        await LaterAsync(failed, Monday.AddMinutes(30), isOutcomeUnknown: false);

        var waiting = await AskAsync(db => new OutboxStore(db).BacklogAsync(Monday.AddMinutes(10), Cancel));
        Assert.Equal(
            [new("redraw", 1, 1, 0, Monday), new("withdraw-ticket", 1, 0, 0, Monday)],
            waiting.OrderBy(kind => kind.Kind, StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_message_keeps_the_trace_of_what_made_it()
    {
        using var made = new System.Diagnostics.Activity("commit").Start();
        await AddAsync(new OutboxMessage.Redraw(_request));
        made.Stop();
        Assert.Equal(made.Id, Assert.Single(await ClaimAsync(Monday)).Trace);
    }

    [Fact]
    public async Task A_turn_takes_the_messages_of_its_own_request()
    {
        await AddAsync(new OutboxMessage.Redraw(Guid.NewGuid()), new OutboxMessage.Redraw(_request));
        var own = await AskAsync(db => new OutboxStore(db).ClaimForAsync(Subject.Request(_request), Me, Monday, Lease, 10, Cancel));
        Assert.Equal(_request, Assert.Single(own).Message.Subject.Id);
    }

    [Fact]
    public async Task Whoever_asks_gets_no_more_than_asked_for()
    {
        await AddAsync([.. Enumerable.Range(0, 5).Select(_ => new OutboxMessage.Redraw(Guid.NewGuid()))]);
        Assert.Equal(3, (await ClaimAsync(Monday, most: 3)).Count);
        Assert.Equal(2, (await ClaimAsync(Monday, most: 3)).Count);
    }

    [Fact]
    public async Task The_next_time_is_known()
    {
        Assert.Null(await NextAsync(Monday));
        await AddAsync(
            new OutboxMessage.ExpireDraft(_request) { Due = Monday.AddDays(7) },
            new OutboxMessage.Redraw(_request),
            new OutboxMessage.WithdrawTicket(_request));
        Assert.Equal(Monday, await NextAsync(Monday));

        var claimed = Assert.Single(await ClaimAsync(Monday));
        Assert.Equal(Monday + Lease, await NextAsync(Monday));
        await DoneAsync(claimed);
        await DoneAsync(Assert.Single(await ClaimAsync(Monday)));
        Assert.Equal(Monday.AddDays(7), await NextAsync(Monday));

        await AskAsync(db => new OutboxStore(db).MoveToDeadLettersAsync(claimed.Id, Me, "", Cancel));
        await DoneAsync(Assert.Single(await ClaimAsync(Monday.AddDays(7))));
        Assert.Null(await NextAsync(Monday));
    }

    [Fact]
    public async Task What_is_done_within_a_transaction_is_done_with_it()
    {
        await AddAsync(new OutboxMessage.Redraw(_request));
        var claimed = Assert.Single(await ClaimAsync(Monday));
        await using (var db = await OpenAsync())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            Assert.True(await new OutboxStore(db).DoneAsync(claimed.Id, Me, Cancel));
        }

        Assert.True(await AskAsync(db => new OutboxStore(db).DoneAsync(claimed.Id, Me, Cancel)));
    }

    [Fact]
    public async Task A_kind_of_a_newer_version_is_left_to_it()
    {
        await AddAsync(new OutboxMessage.Redraw(_request), new OutboxMessage.WithdrawTicket(_request));
        await SqlAsync($"""UPDATE "OutboxMessage" SET "Kind" = 'sing' WHERE "Kind" = 'redraw'""");
        Assert.Empty(await ClaimAsync(Monday));
        Assert.Null(await NextAsync(Monday));
        Assert.Equal(0, await AskAsync(db => new OutboxStore(db).DeadLettersAsync(Cancel)));
    }

    [Fact]
    public async Task What_cannot_be_read_is_given_up()
    {
        await AddAsync(new OutboxMessage.Redraw(_request), new OutboxMessage.WithdrawTicket(_request));
        await SqlAsync($"""UPDATE "OutboxMessage" SET "Json" = 'nothing' WHERE "Kind" = 'redraw'""");
        Assert.Empty(await ClaimAsync(Monday));
        Assert.Equal(1, await AskAsync(db => new OutboxStore(db).DeadLettersAsync(Cancel)));
        Assert.Single(await ClaimAsync(Monday));
    }

    [Fact]
    public async Task Of_many_claimers_at_once_each_message_has_one_and_of_one_request_they_stay_in_order()
    {
        Guid[] requests = [.. Enumerable.Range(0, 20).Select(_ => Guid.NewGuid())];
        foreach (var number in Enumerable.Range(0, 6))
            await AddAsync([.. requests.Select(request => new OutboxMessage.AskApprovers(request, number))]);

        var done = new ConcurrentQueue<OutboxMessage.AskApprovers>();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(claimer => Task.Run(() => WorkUntilEmptyAsync($"claimer {claimer}", done))));

        Assert.Equal(120, done.Count);
        Assert.All(
            done.GroupBy(message => message.Request), one => Assert.Equal(Enumerable.Range(0, 6), one.Select(message => message.Version)));
    }

    private async Task WorkUntilEmptyAsync(string claimer, ConcurrentQueue<OutboxMessage.AskApprovers> done)
    {
        await using var db = await OpenAsync();
        var store = new OutboxStore(db);
        while (await store.NextDueAsync(Monday, Cancel) is not null)
            foreach (var claimed in await store.ClaimAsync(claimer, Monday, Lease, most: 5, Cancel))
            {
                done.Enqueue((OutboxMessage.AskApprovers)claimed.Message);
                Assert.True(await store.DoneAsync(claimed.Id, claimer, Cancel));
            }
    }

    private Task AddAsync(params OutboxMessage[] messages) => CommitAsync(db =>
    {
        foreach (var message in messages)
            new OutboxStore(db).Add(message, Monday);
    });

    private Task<IReadOnlyList<ClaimedMessage>> ClaimAsync(DateTimeOffset now, string by = Me, int most = 10) =>
        AskAsync(db => new OutboxStore(db).ClaimAsync(by, now, Lease, most, Cancel));

    private async Task DoneAsync(ClaimedMessage claimed) =>
        Assert.True(await AskAsync(db => new OutboxStore(db).DoneAsync(claimed.Id, Me, Cancel)));

    private async Task<IReadOnlyList<OutboxMessage>> WorkOffAsync(DateTimeOffset now)
    {
        var done = new List<OutboxMessage>();
        while (await ClaimAsync(now) is [var claimed, ..])
        {
            done.Add(claimed.Message);
            await DoneAsync(claimed);
        }

        return done;
    }

    private Task<DateTimeOffset?> NextAsync(DateTimeOffset now) => AskAsync(db => new OutboxStore(db).NextDueAsync(now, Cancel));

    private Task<int> SqlAsync(FormattableString sql) => AskAsync(db => db.Database.ExecuteSqlAsync(sql, Cancel));

    private Task<bool> LaterAsync(ClaimedMessage claimed, DateTimeOffset due, bool isOutcomeUnknown) =>
        AskAsync(db => new OutboxStore(db).LaterAsync(claimed.Id, Me, due, "In vain.", isOutcomeUnknown, Cancel));
}
