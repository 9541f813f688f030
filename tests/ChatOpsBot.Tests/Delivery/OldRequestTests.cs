using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>
/// Requests that another version of the bot has left: of a type that is no more, with an answer that can no longer be chosen.
/// </summary>
public sealed class OldRequestTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_of_a_type_that_is_no_more_stands_in_nobodys_way()
    {
        await using var bot = await RunningBot.StartAsync();
        await KeepAsync(bot, SampleRequest.Draft() with { Type = "gone", State = RequestState.AwaitingApproval });
        await KeepAsync(
            bot,
            SampleRequest.Draft("RST-0000A2") with
            {
                Type = "gone",
                ConversationId = "a:29:eva",
                Owner = SampleRequest.Eva,
                ChangedAt = bot.Clock.GetUtcNow(),
            });
        var eva = bot.Colleague("eva");
        await eva.SaysAsync("approve");
        await eva.SaysAsync("hello");
        await eva.SaysAsync("my requests");
        await eva.SaysAsync("status RST-7K3QZ9");
        await eva.SaysAsync(Filed.Sentence);
        Assert.DoesNotContain(eva.Texts, text => text.Contains("went wrong", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("Exception", StringComparison.Ordinal));
        Assert.Contains("PRODLIB", eva.Card.Card.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_drawn_any_more_is_not_tried_again_and_again()
    {
        await using var bot = await RunningBot.StartAsync();
        var old = SampleRequest.Draft() with
        {
            Type = "gone",
            State = RequestState.Filed,
            Ticket = new("T-000001", TicketState.New, bot.Clock.GetUtcNow()),
        };
        await KeepAsync(bot, old);
        await bot.ReadAsync(async db =>
        {
            new OutboxStore(db).Add(new OutboxMessage.Redraw(old.Id), bot.Clock.GetUtcNow());
            new OutboxStore(db).Add(new OutboxMessage.NotifyOwner(old.Id, new Problem("news.expired")), bot.Clock.GetUtcNow());
            return await db.SaveChangesAsync(Cancel);
        });
        await bot.SettleAsync();
        Assert.Null(await bot.ReadAsync(db => new OutboxStore(db).NextDueAsync(bot.Clock.GetUtcNow(), Cancel)));
    }

    [Fact]
    public async Task An_answer_that_can_no_longer_be_chosen_is_asked_anew()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = bot.Colleague("ana");
        await ana.SaysAsync(Filed.Sentence);
        var draft = await bot.RequestAsync();
        await KeepAsync(bot, draft with
        {
            Version = draft.Version + 1,
            Entries = new Dictionary<string, Entry>(draft.Entries) { ["overwrite"] = new("burn it") { Value = "burnIt" } },
        });
        await ana.PressesAsync("Review");
        Assert.NotNull(ana.Answer);
    }

    private static Task<int> KeepAsync(RunningBot bot, Request request) => bot.ReadAsync(async db =>
    {
        await new RequestStore(db).PutAsync(request, new AuditEntry("test", By: null), origin: "{}", bot.Clock.GetUtcNow(), Cancel);
        return await db.SaveChangesAsync(Cancel);
    });
}
