using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.Facts;

/// <summary>What the provider's other pages tell, kept apart from the matrix and cited by itself.</summary>
internal static class FactDrawing
{
    /// <param name="fact">Name of the subject, as the vocabulary calls it; null draws nothing.</param>
    public static IEnumerable<Element> Draw(string? fact, Phrases words) =>
        fact is not null && ProviderPage.Of(fact) is { } page
            ?
            [
                new Container(
                [
                    CardLayout.Heading(words["fact.heading"]),
                    CardLayout.Line(words[$"fact.told.{fact}"]),
                    new RichText(new TextRun(Source(page, words)) { Size = TextSize.Small, IsSubtle = true }) { Spacing = Spacing.Small },
                ])
                { Style = ContainerStyle.Emphasis, Spacing = Spacing.Medium },
            ]
            : [];

    /// <summary>The button that opens the page.</summary>
    public static IEnumerable<CardAction> Open(string? fact, Phrases words) =>
        fact is not null && ProviderPage.Of(fact) is { } page ? [new OpenUrl(words["fact.open"], page.Link)] : [];

    private static string Source(ProviderPage page, Phrases words) => words.Say(
        "fact.source", ("page", words[$"fact.page.{page.Collection}"]), ("host", page.Link.Host), ("month", words.Month(page.ReadAsOf)));
}
