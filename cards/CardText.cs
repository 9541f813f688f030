using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;

namespace ChatOpsBot.Cards;

/// <summary>A card as text for people without a client that draws it: the command line and the terminal chat.</summary>
public static class CardText
{
    /// <summary>The card line by line; a button reads "[Title]", one that opens a page "[Title] address".</summary>
    public static string Of(Card card) => string.Join('\n', card.Body.SelectMany(Lines).Concat(Lines(card.Actions)));

    private static IEnumerable<string> Lines(Element element) => element switch
    {
        TextBlock block => [PlainText.Of(block.Text)],
        RichText text => [PlainText.Of(string.Concat(text.Runs.Select(run => run.Text)))],
        FactSet set => set.Facts.Select(fact => $"{PlainText.Of(fact.Title)}: {PlainText.Of(fact.Value)}"),
        Container container => container.Items.SelectMany(Lines),
        ColumnSet columns => [string.Join("  ", columns.Columns.SelectMany(column => column.Items).SelectMany(Lines))],
        ActionSet set => Lines(set.Actions),
        // Nobody can be searched for in a terminal.
        PeopleInput => [],
        Input input => Lines(input),
        _ => throw new InvalidOperationException($"No text is known for {element.GetType().Name}."),
    };

    private static IEnumerable<string> Lines(Input input)
    {
        yield return $"{PlainText.Line(input.Label)}: {Shown(input)}".TrimEnd();
        if (input is ChoiceInput choices)
        {
            foreach (var choice in choices.Choices)
                yield return $"  - {PlainText.Line(choice.Title)}";
        }
    }

    // What a client shows: the words of what is chosen, not the values behind them.
    private static string? Shown(Input input) => input switch
    {
        ChoiceInput { Value: { } value } choices => string.Join(
            ", ", choices.Choices.Where(choice => value.Split(',').Contains(choice.Value)).Select(choice => PlainText.Line(choice.Title))),
        ToggleInput toggle => $"[{(toggle.Value == "true" ? "x" : " ")}] {PlainText.Line(toggle.Title)}",
        _ => input.Value,
    };

    private static IEnumerable<string> Lines(IEnumerable<CardAction> actions) => actions.Select(action => action switch
    {
        OpenUrl link => $"[{PlainText.Line(link.Title)}] {link.Url.AbsoluteUri}",
        _ => $"[{PlainText.Line(action.Title)}]",
    });
}
