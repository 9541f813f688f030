using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>The buttons of a card that say something to the bot, in the order they stand there.</summary>
internal static class CardButtons
{
    public static IEnumerable<Execute> Of(Card card) => card.Body.SelectMany(Of).Concat(card.Actions.OfType<Execute>());

    private static IEnumerable<Execute> Of(Element element) => element switch
    {
        ActionSet set => set.Actions.OfType<Execute>(),
        Container container => container.Items.SelectMany(Of),
        ColumnSet columns => columns.Columns.SelectMany(column => column.Items).SelectMany(Of),
        _ => [],
    };
}
