using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;
using ChatOpsBot.Dialogs.Conversation;

namespace ChatOpsBot.Tests.Browser.People;

/// <summary>A form to try the Playground with; what is filled in comes back as it arrived, with the one who sent it.</summary>
internal sealed class OrderTopic : ITopic
{
    private static readonly Card Form = new()
    {
        Summary = "Order",
        Body =
        [
            new TextBlock("Order") { IsHeading = true },
            new TextInput("dish", "Dish") { IsRequired = true, ErrorMessage = "Say which dish." },
            new TextInput("note", "Note") { IsMultiline = true },
            new ChoiceInput("size", "Size", new Choice("Small", "s"), new Choice("Large", "l")) { Value = "s" },
            new ChoiceInput("taste", "Taste", new Choice("Mild", "m"), new Choice("Hot", "h")) { IsExpanded = true },
            new DateInput("day", "Day"),
            new TimeInput("time", "Time"),
            new ToggleInput("cold", "Temperature", "Served cold"),
            new Container(new TextInput("table", "Table"), new TextInput("empty", "Remark")) { Id = "more", IsVisible = false },
        ],
        Actions = [new Execute("Next", "order.next"), new ToggleVisibility("More", "more")],
    };

    public static Card Question { get; } = Plain("To approve", new Execute("Approve", "order.approve"));

    public static Card Plain(string text, params CardAction[] actions) =>
        new() { Summary = text, Body = [new TextBlock(text)], Actions = actions };

    public TurnResult? Answer(Turn turn) =>
        turn.What switch
        {
            TurnInput.Message { Text: "order, please" } => [new Reply.Show(Form)],
            TurnInput.Message said when said.Text.EndsWith("who am I?", StringComparison.Ordinal) =>
            [
                new Reply.Say($"{turn.Who.Name}, {turn.Who.Id}"),
            ],
            TurnInput.ButtonPress { Verb: "order.next" } press => [new Reply.Replace(Plain($"Came: {Told(press.Data)}"))],
            TurnInput.ButtonPress { Verb: "order.approve" } => [new Reply.Replace(Plain($"Approved by {turn.Who.Name}, {turn.Who.Id}"))],
            _ => null,
        };

    private static string Told(IReadOnlyDictionary<string, string> values) =>
        string.Join(", ", values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
}
