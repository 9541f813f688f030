using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Auditing;

/// <summary>What people and programs do with a running bot, as the audit chain tells it.</summary>
public sealed class AuditTrailTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_told_from_its_draft_to_its_ticket_as_its_history_tells_it()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.FiledAsync();
        var request = await bot.RequestAsync();
        var history = await bot.ReadAsync(db => new RequestStore(db).HistoryAsync(request.Id, Cancel));
        Assert.Contains("confirmed", history.Select(entry => entry.What));
        Assert.Equal(
            history.Select(entry => (request.Key, (int?)entry.Version, entry.What, entry.ById, entry.ByName, entry.Detail)),
            (await EntriesAsync(bot)).Where(entry => entry.SubjectKind == "request")
                .Select(entry => (entry.SubjectKey, entry.Version, entry.What, entry.ActorId, entry.ActorName, entry.Detail)));
        await IntactAsync(bot);
    }

    [Fact]
    public async Task A_ticket_is_told_from_its_opening_through_what_the_desk_does_to_its_withdrawal()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.FiledAsync();
        await bot.DeskSetsAsync(TicketState.New, "We look at it today.");
        await ana.PressesAsync("Withdraw");
        await bot.SettleAsync();
        var key = (await bot.RequestAsync()).Key;
        Assert.Equal(
            [
                $"T-000001 1 opened {key}",
                $"T-000001 2 noted {key}: We look at it today.",
                $"T-000001 3 withdrawn {key}: Withdrawn by its requester.",
            ],
            (await EntriesAsync(bot)).Where(entry => entry.SubjectKind == "ticket")
                .Select(entry => $"{entry.SubjectKey} {entry.Version} {entry.What} {entry.Detail}"));
        await IntactAsync(bot);
    }

    [Fact]
    public async Task A_question_leaves_no_entry_and_neither_does_a_turn_that_could_not_be_saved()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = bot.Colleague("ana");
        await ana.SaysAsync("who applies PTFs?");
        Assert.Empty(await EntriesAsync(bot));

        await ana.SaysAsync(Filed.Sentence);
        var before = await EntriesAsync(bot);
        // Whatever the turn writes after its request fails.
        await bot.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            """CREATE TRIGGER "NoMark" BEFORE INSERT ON "SeenActivity" BEGIN SELECT RAISE(ABORT, 'no'); END""", Cancel));
        var review = ana.PressOf("Review", ana.Card.Card!, ana.Card.Id);
        await bot.DeliverAsync(review);
        Assert.Equal(RequestState.Filling, (await bot.RequestAsync()).State);
        Assert.Equal(before.Count, (await EntriesAsync(bot)).Count);

        // And so it is where the chain itself cannot be written.
        await bot.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            """
            DROP TRIGGER "NoMark";
            CREATE TRIGGER "NoEntry" BEFORE INSERT ON "AuditChainEntry" BEGIN SELECT RAISE(ABORT, 'no'); END
            """,
            Cancel));
        review["id"] = "again";
        await bot.DeliverAsync(review);
        Assert.Equal(RequestState.Filling, (await bot.RequestAsync()).State);
        Assert.Equal(before.Count, (await EntriesAsync(bot)).Count);
        await IntactAsync(bot);
    }

    [Fact]
    public async Task A_program_that_reports_has_an_entry_of_its_own_beside_that_of_the_event_and_only_once()
    {
        await using var bot = await RunningBot.StartAsync();
        using var sender = new ReportSender(bot);
        var declare = ReportSender.Event(
            "4711", "declare", ReportSender.Data("""{"kind": "drill", "systems": [{"primary": "LPAR1"}], "reason": "yearly", "by": "Dora"}"""));
        Assert.Equal(200, (await sender.SendAsync(declare)).Status);
        Assert.Equal(200, (await sender.SendAsync(declare)).Status);
        Assert.Equal(404, (await sender.ReportAsync("update", """{"event": "DR-9", "text": "news"}""")).Status);
        Assert.Equal(
            [
                "event DR-1 declared reporter:local Dora (local): drill; LPAR1; yearly",
                "reporter local reported reporter:local Dora (local): /monitor/one 4711 DR-1 version 1",
            ],
            (await EntriesAsync(bot)).Skip(1).Select(it =>
                $"{it.SubjectKind} {it.SubjectKey} {it.What} {it.ActorId} {it.ActorName}: {it.Detail}"));
        await IntactAsync(bot);
    }

    [Fact]
    public async Task Somebody_who_asks_to_be_forgotten_is_forgotten_by_the_chain_in_the_commit_of_that_turn()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = bot.Colleague("ana");
        await ana.SaysAsync(Filed.Sentence);
        Assert.Contains(await EntriesAsync(bot), entry => entry.ActorId == "aad-ana");
        await ana.SaysAsync("forget me");
        await ana.PressesAsync("Yes, forget me");
        await bot.SettleAsync();

        var entries = await EntriesAsync(bot);
        Assert.DoesNotContain(entries, entry => entry.ActorId is not null || entry.ActorName is not null);
        Assert.Equal(["requests deleted", "- forgotten"], entries.TakeLast(2).Select(entry => $"{entry.SubjectKey} {entry.What}"));
        await IntactAsync(bot);
    }

    private static Task<List<AuditChainEntry>> EntriesAsync(RunningBot bot) =>
        bot.ReadAsync(db => db.AuditChainEntries.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync(Cancel));

    private static async Task IntactAsync(RunningBot bot)
    {
        var verdict = await bot.ReadAsync(db => new AuditVerifier(db).VerifyAsync(null, null, Cancel));
        Assert.Null(verdict.Fault);
        Assert.InRange(verdict.Entries, 2, int.MaxValue);
    }
}
