using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Storage.People;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Retention;
using ChatOpsBot.Storage.Tickets;
using Microsoft.EntityFrameworkCore;
using static ChatOpsBot.Tests.Storage.SampleRequest;

namespace ChatOpsBot.Tests.Storage;

/// <summary>What is erased of the chain, and that it verifies afterwards.</summary>
public abstract class AuditErasureContract(TestDatabase database) : AuditTamperContract(database)
{
    private static readonly DateTimeOffset Later = Monday.AddDays(800);

    [Fact]
    public async Task Somebody_who_is_forgotten_is_in_no_text_of_what_has_ended_and_in_those_of_what_is_open_until_it_ends()
    {
        var (ended, open) = (Of("RST-ENDED2", RequestState.Withdrawn, Eva), Of("RST-OPEN22", RequestState.AwaitingApproval, Eva));
        await PutAsync(ended);
        await PutAsync(open);
        await PutAsync(Of("RST-ANA222", RequestState.Rejected, Ana));
        await CommitAsync(db => new SubscriptionStore(db).FollowAsync("ops", ["LPAR1"], Eva, Monday, Cancel));
        await CommitAsync(db => new RecoveryStore(db).PutAsync(Declared(Ana), null, Monday, Cancel));
        await ForgetAsync(Eva);

        Assert.Equal(["RST-OPEN22"], await OfActorAsync(Eva));
        Assert.Equal(["RST-ANA222", "DR-1"], await OfActorAsync(Ana));
        var erased = (await EntriesAsync()).Where(entry => entry.ErasedBy is not null).ToList();
        Assert.Equal(["RST-ENDED2", "ops"], erased.Select(entry => entry.SubjectKey));
        Assert.All(erased, entry => Assert.Equal(
            (null, null, null, null, null, null),
            (entry.ActorId, entry.ActorIdSalt, entry.ActorName, entry.ActorNameSalt, entry.Detail, entry.DetailSalt)));
        Assert.All(erased, entry => Assert.NotNull(entry.ActorNameCommitment));
        var eraser = (await EntriesAsync())[^1];
        Assert.Equal(("person", "-", "forgotten", null), (eraser.SubjectKind, eraser.SubjectKey, eraser.What, eraser.ActorId));
        await IntactAsync(7);

        await PutAsync(open.Next() with { State = RequestState.Withdrawn });
        await AskAsync(db => new Forgetting(db).GoOnAsync("", 10, Monday.AddDays(1), Cancel));
        Assert.Empty(await OfActorAsync(Eva));
        Assert.Equal(("forgotten-later", 2), ((await EntriesAsync())[^1].What, (await EntriesAsync()).Count(it => it.ErasedBy == 9)));
        await AskAsync(db => new Forgetting(db).GoOnAsync("", 10, Monday.AddDays(1), Cancel));
        await IntactAsync(9);
    }

    [Fact]
    public async Task An_erasure_that_is_not_committed_erases_nothing()
    {
        await PutAsync(Of("RST-ENDED2", RequestState.Withdrawn, Eva));
        await using (var db = await OpenAsync())
        {
            await using var commit = await db.Database.BeginTransactionAsync(Cancel);
            await new Forgetting(db).DoAsync(Eva.Id, Monday.AddHours(1), Cancel);
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Equal(["RST-ENDED2"], await OfActorAsync(Eva));
        await IntactAsync(2);
    }

    [Fact]
    public async Task Retention_takes_the_texts_with_the_request_and_the_event_and_says_which()
    {
        await PutAsync(Of("RST-OLD222", RequestState.Withdrawn, Ana));
        await PutAsync(Of("RST-OPEN22", RequestState.AwaitingApproval, Ana));
        await CommitAsync(db => new RecoveryStore(db).PutAsync(Declared(Eva) with { State = RecoveryState.Closed }, null, Monday, Cancel));
        Assert.Equal(1, await AskAsync(db => new RequestSweep(db).EndedAsync(Later, 10, Later, Cancel)));
        Assert.Equal(1, await AskAsync(db => new EventSweep(db).EndedAsync(Later, 10, Later, Cancel)));
        await AskAsync(async db =>
        {
            await new RetentionLog(db).EndedAsync(Later, "1 requests", Cancel);
            return true;
        });

        var entries = await EntriesAsync();
        Assert.Equal(
            ["requests deleted RST-OLD222", "DR events deleted DR-1", "expired data swept 1 requests"],
            entries.Skip(4).Select(it => $"{it.SubjectKey} {it.What} {it.Detail}"));
        Assert.Equal(["RST-OLD222", "DR-1"], entries.Where(it => it.ErasedBy is not null).Select(it => it.SubjectKey));
        Assert.Equal(["RST-OPEN22"], await OfActorAsync(Ana));
        await IntactAsync(7);
    }

    [Fact]
    public async Task The_words_of_the_desk_about_a_ticket_go_with_its_request_and_not_before()
    {
        await PutAsync(Of("RST-OLD222", RequestState.Withdrawn, Ana));
        foreach (var key in (string[])["RST-OLD222", "RST-GONE22", "RST-OPEN22"])
            await AtDeskAsync((book, at) => book.OpenAsync(new(key, "restore", "", "", Severity.Medium), at, Cancel));
        foreach (var number in (string[])["T-000001", "T-000002"])
            await AtDeskAsync(async (book, at) => book.Set(
                (await book.FindAsync(number, Cancel))!, TicketState.Closed, "set", "Call Eva.", at));

        Assert.Equal(0, await AskAsync(db => new AuditSweep(db).TextsAsync(Later, 10, Later, Cancel)));
        Assert.Equal(1, await AskAsync(db => new RequestSweep(db).EndedAsync(Later, 10, Later, Cancel)));
        Assert.Equal(["T-000001", "T-000001"], await ErasedTicketsAsync());
        Assert.Equal(1, await AskAsync(db => new RequestSweep(db).OrphanedTicketsAsync(Later, 10, Later, Cancel)));
        Assert.Equal(["T-000001", "T-000002", "T-000001", "T-000002"], await ErasedTicketsAsync());
        Assert.Equal(
            ["RST-OPEN22"],
            (await EntriesAsync()).Where(entry => entry.SubjectKind == "ticket" && entry.Detail is not null).Select(entry => entry.Detail));
        await IntactAsync(9);

        async Task<IEnumerable<string>> ErasedTicketsAsync() => (await EntriesAsync())
            .Where(entry => entry.SubjectKind == "ticket" && entry.ErasedBy is not null)
            .Select(entry => entry.SubjectKey);
    }

    [Fact]
    public async Task Texts_that_go_with_no_subject_go_after_their_time_some_at_a_time_and_what_retention_says_stays()
    {
        for (var number = 0; number < 5; number++)
            await CommitAsync(db => new SubscriptionStore(db).FollowAsync($"ops{number}", ["LPAR1"], Ana, Monday.AddDays(number), Cancel));
        await CommitAsync(db => db.Audit(new(AuditSubjects.Retention, "requests", "deleted", Monday) { Detail = "RST-OLD222" }));
        await PutAsync(Of("RST-OPEN22", RequestState.AwaitingApproval, Ana));

        Assert.Equal([3, 1, 0], await SweptAsync());
        Assert.Equal(["ops4", "RST-OPEN22"], await OfActorAsync(Ana));
        Assert.Contains(await EntriesAsync(), entry => entry.Detail == "RST-OLD222");
        await IntactAsync(10);

        async Task<List<int>> SweptAsync()
        {
            List<int> swept = [];
            while (swept is not [.., 0])
                swept.Add(await AskAsync(db => new AuditSweep(db).TextsAsync(Monday.AddDays(4), 3, Later, Cancel)));
            return swept;
        }
    }

    [Fact]
    public async Task Retention_that_lost_to_somebody_else_says_nothing()
    {
        Assert.Equal(0, await AskAsync(db => new RequestSweep(db).EndedAsync(Later, 10, Later, Cancel)));
        Assert.Empty(await EntriesAsync());
    }

    private static Request Of(string key, RequestState state, Person owner) =>
        Draft(key) with { State = state, Owner = owner, ConfirmedAt = Monday };

    private Task<bool> AtDeskAsync(Func<DeskBook, DateTimeOffset, Task> write) => AskAsync(db =>
    {
        var book = new DeskBook(db);
        return book.WriteAsync(
            Monday,
            async at =>
            {
                await write(book, at);
                return true;
            },
            Cancel);
    });

    private async Task<IEnumerable<string>> OfActorAsync(Person who) =>
        (await EntriesAsync()).Where(entry => entry.ActorId == who.Id || entry.ActorName == who.Name).Select(entry => entry.SubjectKey);

    private Task ForgetAsync(Person who) => CommitAsync(async db =>
    {
        await using var commit = await db.Database.BeginTransactionAsync(Cancel);
        await new Forgetting(db).DoAsync(who.Id, Monday.AddHours(1), Cancel);
        await commit.CommitAsync(Cancel);
    });
}
