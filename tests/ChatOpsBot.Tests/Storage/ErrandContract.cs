using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Storage;

/// <summary>Errands are committed with the change, taken by one claimer at a time, in order, and not lost.</summary>
public abstract class ErrandContract(TestDatabase database) : DatabaseContract(database)
{
    private const string Me = "me";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private readonly Guid _request = Guid.NewGuid();

    [Fact]
    public async Task Every_kind_of_errand_comes_back_as_it_was_committed()
    {
        var draft = new TicketDraft("RST-7K3QZ9", "restore", "[RST-7K3QZ9] Restore", "LPAR: LPAR1\nLibrary: ÜBUNG", Severity.High);
        Errand[] all =
        [
            new Errand.OpenTicket(Guid.NewGuid(), 3, draft), new Errand.AmendTicket(Guid.NewGuid(), 5, draft), new Errand.WithdrawTicket(Guid.NewGuid()),
            new Errand.Redraw(Guid.NewGuid()), new Errand.Tell(Guid.NewGuid(), Problem.Of("told", ("number", "T-1"))),
            new Errand.AskApprovers(Guid.NewGuid(), 3), new Errand.RemindApprovers(Guid.NewGuid(), 4), new Errand.Escalate(Guid.NewGuid(), 5),
            new Errand.ExpireDraft(Guid.NewGuid()), new Errand.Remind(Guid.NewGuid(), 6, Problem.Of("told", ("days", "7"))),
            new Errand.AskAuthorities(Guid.NewGuid(), Monday, 2), new Errand.EndSilence(Guid.NewGuid()), new Errand.PromptUpdate(Guid.NewGuid(), Monday.AddHours(1)),
            new Errand.MissUpdate(Guid.NewGuid(), Monday.AddHours(1)), new Errand.TellDeclarer(Guid.NewGuid(), Problem.Of("told", ("key", "DR-3")), WithCard: true),
            new Errand.RedrawEvent(Guid.NewGuid()),
        ];
        Assert.Equal(typeof(Errand).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Length, all.Length);

        await AddAsync(all);
        Assert.Equal(all.Select(errand => errand with { Due = Monday }), (await ClaimAsync(Monday, most: 20)).Select(claimed => claimed.Errand));
    }

    [Fact]
    public async Task Errands_of_one_commit_keep_their_order()
    {
        Errand[] many = [.. Enumerable.Range(0, 100).Select(number => new Errand.AskApprovers(_request, number))];
        await AddAsync(many);
        Assert.Equal(many.Select(errand => errand with { Due = Monday }), await WorkOffAsync(Monday));
    }

    [Fact]
    public async Task What_is_due_later_is_left_until_then()
    {
        await AddAsync(new Errand.ExpireDraft(_request) { Due = Monday.AddDays(7).ToOffset(TimeSpan.FromHours(9)) });
        Assert.Empty(await ClaimAsync(Monday.AddDays(7).AddSeconds(-1)));
        Assert.Equal(Monday.AddDays(7), Assert.Single(await ClaimAsync(Monday.AddDays(7))).Errand.Due);
    }

    [Fact]
    public async Task What_is_claimed_is_nobody_elses_until_the_claim_ends()
    {
        await AddAsync(new Errand.Redraw(_request));
        var first = Assert.Single(await ClaimAsync(Monday));
        Assert.Equal((0, Monday + Lease), (first.Attempt, first.Until));
        Assert.Empty(await ClaimAsync(Monday + Lease - TimeSpan.FromSeconds(1), by: "other"));

        var second = Assert.Single(await ClaimAsync(Monday + Lease, by: "other"));
        Assert.Equal((first.Id, 1), (second.Id, second.Attempt));
        Assert.False(await AskAsync(db => new ErrandStore(db).DoneAsync(first.Id, Me, Cancel)));
        Assert.False(await AskAsync(db => new ErrandStore(db).LaterAsync(first.Id, Me, Monday, "late", Cancel)));
        Assert.False(await AskAsync(db => new ErrandStore(db).BuryAsync(first.Id, Me, "late", Cancel)));
        Assert.True(await AskAsync(db => new ErrandStore(db).DoneAsync(first.Id, "other", Cancel)));
        Assert.Empty(await ClaimAsync(Monday.AddDays(1)));
    }

    [Fact]
    public async Task Of_one_request_the_next_waits_until_the_one_before_is_done()
    {
        await AddAsync(new Errand.Redraw(_request), new Errand.WithdrawTicket(_request));
        var first = Assert.Single(await ClaimAsync(Monday));
        Assert.IsType<Errand.Redraw>(first.Errand);
        Assert.Empty(await ClaimAsync(Monday.AddSeconds(1)));

        await DoneAsync(first);
        Assert.IsType<Errand.WithdrawTicket>(Assert.Single(await ClaimAsync(Monday.AddSeconds(1))).Errand);
    }

    [Fact]
    public async Task What_is_due_later_holds_nothing_back()
    {
        await AddAsync(new Errand.ExpireDraft(_request) { Due = Monday.AddDays(7) }, new Errand.Redraw(_request));
        Assert.IsType<Errand.Redraw>(Assert.Single(await ClaimAsync(Monday)).Errand);
    }

    [Fact]
    public async Task What_failed_is_put_off_and_holds_nothing_back_meanwhile()
    {
        await AddAsync(new Errand.WithdrawTicket(_request), new Errand.Redraw(_request));
        var failed = Assert.Single(await ClaimAsync(Monday));
        Assert.True(await AskAsync(db => new ErrandStore(db).LaterAsync(failed.Id, Me, Monday.AddMinutes(5), "The desk is down.", Cancel)));

        await DoneAsync(Assert.Single(await ClaimAsync(Monday.AddMinutes(1))));
        Assert.Empty(await ClaimAsync(Monday.AddMinutes(4)));
        var again = Assert.Single(await ClaimAsync(Monday.AddMinutes(5)));
        Assert.Equal((failed.Id, 1), (again.Id, again.Attempt));
    }

    [Fact]
    public async Task What_is_given_up_is_counted_and_holds_nothing_back()
    {
        await AddAsync(new Errand.WithdrawTicket(_request), new Errand.Redraw(_request));
        Assert.Equal(0, await AskAsync(db => new ErrandStore(db).BuriedAsync(Cancel)));
        var dead = Assert.Single(await ClaimAsync(Monday));
        Assert.True(await AskAsync(db => new ErrandStore(db).BuryAsync(dead.Id, Me, "Refused.", Cancel)));

        Assert.Equal(1, await AskAsync(db => new ErrandStore(db).BuriedAsync(Cancel)));
        Assert.IsType<Errand.Redraw>(Assert.Single(await ClaimAsync(Monday.AddDays(1))).Errand);
    }

    [Fact]
    public async Task What_waits_is_counted_by_kind_from_when_it_was_due_at_first()
    {
        await AddAsync(new Errand.WithdrawTicket(_request), new Errand.Redraw(Guid.NewGuid()), new Errand.Redraw(Guid.NewGuid()) { Due = Monday.AddHours(1) });
        var failed = Assert.Single(await ClaimAsync(Monday, most: 1));
        await AskAsync(db => new ErrandStore(db).LaterAsync(failed.Id, Me, Monday.AddMinutes(30), "The desk is down.", Cancel));

        var waiting = await AskAsync(db => new ErrandStore(db).BacklogAsync(Monday.AddMinutes(10), Cancel));
        Assert.Equal(
            [new("redraw", 1, 1, 0, Monday), new("withdraw-ticket", 1, 0, 0, Monday)],
            waiting.OrderBy(kind => kind.Kind, StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_errand_keeps_the_trace_of_what_made_it()
    {
        using var made = new System.Diagnostics.Activity("commit").Start();
        await AddAsync(new Errand.Redraw(_request));
        made.Stop();
        Assert.Equal(made.Id, Assert.Single(await ClaimAsync(Monday)).Trace);
    }

    [Fact]
    public async Task A_turn_takes_the_errands_of_its_own_request()
    {
        await AddAsync(new Errand.Redraw(Guid.NewGuid()), new Errand.Redraw(_request));
        var own = await AskAsync(db => new ErrandStore(db).ClaimRequestAsync(_request, Me, Monday, Lease, 10, Cancel));
        Assert.Equal(_request, Assert.Single(own).Errand.About);
    }

    [Fact]
    public async Task Whoever_asks_gets_no_more_than_asked_for()
    {
        await AddAsync([.. Enumerable.Range(0, 5).Select(_ => new Errand.Redraw(Guid.NewGuid()))]);
        Assert.Equal(3, (await ClaimAsync(Monday, most: 3)).Count);
        Assert.Equal(2, (await ClaimAsync(Monday, most: 3)).Count);
    }

    [Fact]
    public async Task The_next_time_is_known()
    {
        Assert.Null(await NextAsync(Monday));
        await AddAsync(new Errand.ExpireDraft(_request) { Due = Monday.AddDays(7) }, new Errand.Redraw(_request), new Errand.WithdrawTicket(_request));
        Assert.Equal(Monday, await NextAsync(Monday));

        var claimed = Assert.Single(await ClaimAsync(Monday));
        Assert.Equal(Monday + Lease, await NextAsync(Monday));
        await DoneAsync(claimed);
        await DoneAsync(Assert.Single(await ClaimAsync(Monday)));
        Assert.Equal(Monday.AddDays(7), await NextAsync(Monday));

        await AskAsync(db => new ErrandStore(db).BuryAsync(claimed.Id, Me, "", Cancel));
        await DoneAsync(Assert.Single(await ClaimAsync(Monday.AddDays(7))));
        Assert.Null(await NextAsync(Monday));
    }

    [Fact]
    public async Task What_is_done_within_a_transaction_is_done_with_it()
    {
        await AddAsync(new Errand.Redraw(_request));
        var claimed = Assert.Single(await ClaimAsync(Monday));
        await using (var db = await OpenAsync())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            Assert.True(await new ErrandStore(db).DoneAsync(claimed.Id, Me, Cancel));
        }

        Assert.True(await AskAsync(db => new ErrandStore(db).DoneAsync(claimed.Id, Me, Cancel)));
    }

    [Fact]
    public async Task A_kind_of_a_newer_version_is_left_to_it()
    {
        await AddAsync(new Errand.Redraw(_request), new Errand.WithdrawTicket(_request));
        await SqlAsync($"""UPDATE "Errand" SET "Kind" = 'sing' WHERE "Kind" = 'redraw'""");
        Assert.Empty(await ClaimAsync(Monday));
        Assert.Null(await NextAsync(Monday));
        Assert.Equal(0, await AskAsync(db => new ErrandStore(db).BuriedAsync(Cancel)));
    }

    [Fact]
    public async Task What_cannot_be_read_is_given_up()
    {
        await AddAsync(new Errand.Redraw(_request), new Errand.WithdrawTicket(_request));
        await SqlAsync($"""UPDATE "Errand" SET "Json" = 'nothing' WHERE "Kind" = 'redraw'""");
        Assert.Empty(await ClaimAsync(Monday));
        Assert.Equal(1, await AskAsync(db => new ErrandStore(db).BuriedAsync(Cancel)));
        Assert.Single(await ClaimAsync(Monday));
    }

    [Fact]
    public async Task Of_many_claimers_at_once_each_errand_has_one_and_of_one_request_they_stay_in_order()
    {
        Guid[] requests = [.. Enumerable.Range(0, 20).Select(_ => Guid.NewGuid())];
        foreach (var number in Enumerable.Range(0, 6))
            await AddAsync([.. requests.Select(request => new Errand.AskApprovers(request, number))]);

        var done = new ConcurrentQueue<Errand.AskApprovers>();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(claimer => Task.Run(() => WorkUntilEmptyAsync($"claimer {claimer}", done))));

        Assert.Equal(120, done.Count);
        Assert.All(done.GroupBy(errand => errand.Request), one => Assert.Equal(Enumerable.Range(0, 6), one.Select(errand => errand.Version)));
    }

    private async Task WorkUntilEmptyAsync(string claimer, ConcurrentQueue<Errand.AskApprovers> done)
    {
        await using var db = await OpenAsync();
        var store = new ErrandStore(db);
        while (await store.NextDueAsync(Monday, Cancel) is not null)
            foreach (var claimed in await store.ClaimAsync(claimer, Monday, Lease, most: 5, Cancel))
            {
                done.Enqueue((Errand.AskApprovers)claimed.Errand);
                Assert.True(await store.DoneAsync(claimed.Id, claimer, Cancel));
            }
    }

    private Task AddAsync(params Errand[] errands) => CommitAsync(db =>
    {
        foreach (var errand in errands)
            new ErrandStore(db).Add(errand, Monday);
    });

    private Task<IReadOnlyList<ClaimedErrand>> ClaimAsync(DateTimeOffset now, string by = Me, int most = 10) =>
        AskAsync(db => new ErrandStore(db).ClaimAsync(by, now, Lease, most, Cancel));

    private async Task DoneAsync(ClaimedErrand claimed) => Assert.True(await AskAsync(db => new ErrandStore(db).DoneAsync(claimed.Id, Me, Cancel)));

    private async Task<IReadOnlyList<Errand>> WorkOffAsync(DateTimeOffset now)
    {
        var done = new List<Errand>();
        while (await ClaimAsync(now) is [var claimed, ..])
        {
            done.Add(claimed.Errand);
            await DoneAsync(claimed);
        }

        return done;
    }

    private Task<DateTimeOffset?> NextAsync(DateTimeOffset now) => AskAsync(db => new ErrandStore(db).NextDueAsync(now, Cancel));

    private Task<int> SqlAsync(FormattableString sql) => AskAsync(db => db.Database.ExecuteSqlAsync(sql, Cancel));
}
