using System.Collections.Concurrent;
using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Chats;

/// <summary>A form to try the stage with: what is filled in comes back as it arrived, and ordering leaves work for afterwards.</summary>
internal sealed class OrderTopic : ITopic
{
    private readonly ConcurrentQueue<Func<ConnectorClient, RunningBot, Task>> _later = [];
    private int _approvals;

    public static Card Form { get; } = new()
    {
        Summary = "Order",
        Body =
        [
            new TextBlock("Order") { IsHeading = true },
            new TextInput("dish", "Dish") { IsRequired = true, ErrorMessage = "Say which dish.", Pattern = "^[A-Z]" },
            new ChoiceInput("size", "Size", new Choice("Small", "s"), new Choice("Large", "l")) { Value = "s" },
            new DateInput("day", "Day") { Earliest = new(2026, 11, 23), ErrorMessage = "Not in the past." },
            new TimeInput("time", "Time") { Value = "12:30" },
            new ToggleInput("cold", "Cold", "Cold"),
            new Container(new TextInput("note", "Note") { IsMultiline = true }, new TextInput("table", "Table") { Value = "4" })
            {
                Id = "more", IsVisible = false,
            },
        ],
        Actions =
        [
            new Execute("Next", "order.next") { Data = new Dictionary<string, string> { ["form"] = "1" } },
            new ToggleVisibility("More", "more"),
            new Execute("Cancel", "order.cancel") { IgnoresInputs = true },
        ],
    };

    private static Card Question => Plain("To approve", new Execute("Approve", "order.approve"));

    public TurnResult? Answer(Turn turn) => turn.What switch
    {
        TurnInput.Message { Text: "order, please" } => [new Reply.Show(Form)],
        TurnInput.Message { Text: "ask, please" } => [new Reply.Show(Question)],
        TurnInput.ButtonPress { Verb: "order.next" or "order.cancel" } press =>
            [new Reply.Replace(Plain($"Came: {Told(press.Data)}", new Execute("Order", "order.place")))],
        TurnInput.ButtonPress { Verb: "order.place" } => Place(turn),
        TurnInput.ButtonPress { Verb: "order.approve" } => Interlocked.Increment(ref _approvals) == 1
            ? [new Reply.Replace(Plain($"Approved by {turn.Who.Name}"))]
            : [new Reply.Notice("Somebody else was first.")],
        _ => null,
    };

    /// <summary>Does one thing that was left for afterwards.</summary>
    public async Task<bool> WorkAsync(RunningBot bot)
    {
        if (!_later.TryDequeue(out var next))
            return false;

        await next(bot.Services.GetRequiredService<ConnectorClient>(), bot);
        return true;
    }

    private TurnResult Place(Turn turn)
    {
        _later.Enqueue(
            async (teams, bot) =>
            {
                var here = To(bot, turn.Where.ConversationId);
                await teams.UpdateAsync(here, bot.Teams.Messages[^1].Id, Message(Plain("Ordered")), CancellationToken.None);
                var chat = Assert.IsType<SendOutcome.Sent>(await teams.CreatePersonalAsync(here, "aad-ben", CancellationToken.None));
                await teams.SendAsync(To(bot, chat.ConversationId), Message(Question), CancellationToken.None);
                await teams.CreateThreadAsync(
                    here, "19:kitchen@thread.tacv2", OutgoingActivity.OfText("An order came."), CancellationToken.None);
            });
        return [new Reply.Replace(Plain("Ordering"))];
    }

    private static string Told(IReadOnlyDictionary<string, string> values) => values.Count == 0
        ? "nothing"
        : string.Join(", ", values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}=\"{pair.Value}\""));

    private static ConversationReference To(RunningBot bot, string conversationId) => new()
    {
        ServiceUrl = bot.Teams.ServiceUrl,
        ConversationId = conversationId,
        TenantId = ActivityJson.TenantId,
        Bot = new(ActivityJson.BotId, "ChatOps"),
    };

    private static OutgoingActivity Message(Card card) => OutgoingActivity.OfCard(card.ToJson(), card.Summary);

    private static Card Plain(string text, params CardAction[] actions) =>
        new() { Summary = text, Body = [new TextBlock(text)], Actions = actions };
}
