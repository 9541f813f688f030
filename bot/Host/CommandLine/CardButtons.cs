using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>The buttons of a card that say something to the bot, in the order they stand there.</summary>
internal static class CardButtons
{
    public static IEnumerable<CardButton> Of(Card card)
    {
        var inputs = Elements(card.Body).OfType<Input>().ToList();
        return Elements(card.Body)
            .SelectMany(Actions)
            .Concat(card.Actions)
            .OfType<Execute>()
            .Select(button => new CardButton(button.Title, new(button.Verb, Sent(button, inputs))));
    }

    private static IEnumerable<Element> Elements(IEnumerable<Element> elements) =>
        elements.SelectMany(element => element switch
        {
            Container container => Elements(container.Items).Prepend(container),
            ColumnSet columns => columns.Columns.SelectMany(column => Elements(column.Items)),
            _ => [element],
        });

    private static IEnumerable<CardAction> Actions(Element element) => element switch
    {
        ActionSet set => set.Actions,
        Container { Press: { } press } => [press],
        _ => [],
    };

    // As a client of Teams sends it: what stands in the inputs is put into the button's own data.
    private static Dictionary<string, string> Sent(Execute button, IEnumerable<Input> inputs)
    {
        var sent = new Dictionary<string, string>(button.Data, StringComparer.Ordinal);
        foreach (var input in button.IgnoresInputs ? [] : inputs)
        {
            if (input.Id is { } key && ValueOf(input) is { } value)
                sent[key] = value;
        }

        return sent;
    }

    // A box that is not ticked is sent as well.
    private static string? ValueOf(Input input) => input.Value ?? (input is ToggleInput ? "false" : null);
}
