using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>
/// Asks for what a declaration lacks. What it is has no default: nobody is to press a drill that is real, or the other way round.
/// </summary>
internal static class DeclareCard
{
    private const int MostToChoose = 30;
    public const int LongestNames = 400;
    private const string Example = "LPAR1";

    /// <param name="kind">As typed or chosen; null while open.</param>
    /// <param name="systems">As typed or chosen.</param>
    /// <param name="problems">What is not right yet, each as a sentence.</param>
    public static Card Draw(
        RecoveryKind? kind, string? systems, string? reason, IReadOnlyList<string> problems, Inventory inventory, Phrases words)
    {
        var choices = Choices(inventory);
        return new()
        {
            Summary = words["event.ask.summary"],
            Language = words.Language,
            Body =
            [
                new Container(CardLayout.Title(words["event.ask.title"]), CardLayout.Line(words["event.ask.lead"]))
                {
                    Style = ContainerStyle.Warning,
                    Bleed = true,
                },
                .. problems.Select(problem => new RichText(
                    new TextRun("⚠ " + problem) { Color = TextColor.Attention, Weight = TextWeight.Bolder })),
                new ChoiceInput(
                    EventButtons.Kind,
                    words["event.ask.kind"],
                    [.. Enum.GetValues<RecoveryKind>().Select(it => new Choice(words[$"event.ask.kind.{it}"], it.ToString()))])
                {
                    IsExpanded = true,
                    Value = kind?.ToString(),
                },
                choices.Count is > 0 and <= MostToChoose
                    ? new ChoiceInput(EventButtons.Systems, words["event.ask.systems"], choices)
                    {
                        IsMultiSelect = true,
                        IsExpanded = choices.Count < 8,
                        Value = Known(systems, inventory),
                    }
                    : new TextInput(EventButtons.Systems, words["event.ask.systems.typed"])
                    {
                        MaxLength = LongestNames,
                        Value = Clipped(systems),
                    },
                new TextInput(EventButtons.Reason, words["event.ask.reason"])
                {
                    IsMultiline = true,
                    MaxLength = EventCard.LongestText,
                    Value = reason,
                },
                new RichText(
                    new TextRun(words.Say("event.ask.typed", ("example", choices is [var first, ..] ? first.Value : Example)))
                    {
                        IsSubtle = true,
                    }),
            ],
            Actions = [new Execute(words["event.button.declare"], Verbs.DeclareEvent) { Style = ActionStyle.Destructive }],
        };
    }

    private static IReadOnlyList<Choice> Choices(Inventory inventory) =>
        [
            .. inventory
                .All.Where(lpar => lpar.HasDr)
                .Select(lpar => new Choice(lpar.DrPartner is { } partner ? $"{lpar.Name} → {partner}" : lpar.Name, lpar.Name)),
        ];

    // Only a forged press holds more than the input lets through.
    private static string? Clipped(string? systems) => systems is null ? null : PlainText.Clip(systems, LongestNames);

    private static string? Known(string? systems, Inventory inventory) =>
        systems is null
            ? null
            : string.Join(
                ',',
                systems
                    .Split(',', StringSplitOptions.TrimEntries)
                    .Select(inventory.Find)
                    .OfType<Lpar>()
                    .Where(lpar => lpar.HasDr)
                    .Select(lpar => lpar.Name));
}
