using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>The bot's first word in a chat: what it is for, and how to begin.</summary>
public static class WelcomeCard
{
    private const int MostExamples = 3;
    private const int MostRequests = 2;

    /// <param name="addedBy">Display name of the person who added the bot; empty when unknown.</param>
    public static Card Draw(PlaceKind place, string addedBy, ResponsibilityMatrix matrix, Phrases words) => new()
    {
        Summary = words["welcome.summary"],
        Language = words.Language,
        Body =
        [
            CardLayout.Title(words["welcome.title"]),
            CardLayout.Line(words["welcome.purpose"]),
            .. place is PlaceKind.Personal ? Array.Empty<Element>() : Team(addedBy, words),
            .. CardLayout.Examples(words["welcome.try"], Example.Of(Intent.Responsibility, MostExamples), words),
            CardLayout.Heading(words["welcome.requests"]),
            .. RequestCatalog.Ids.Take(MostRequests)
                .Select(id => MatrixButtons.Start(id, words))
                .Select(start => CardLayout.Pressed(start.Title, start)),
            CardLayout.Heading(words["welcome.events"]),
            CardLayout.Say(words["example.declare_ask"]),
        ],
        Actions = [MatrixButtons.WholeMatrix(words), MatrixButtons.Help(words), .. MatrixButtons.OpenPage(matrix, words)],
    };

    private static IEnumerable<Element> Team(string addedBy, Phrases words)
    {
        if (!string.IsNullOrWhiteSpace(addedBy))
            yield return new RichText(new TextRun(words.Say("welcome.added", ("name", PlainText.Clip(addedBy, 100)))))
            {
                Spacing = Spacing.Small,
            };
        yield return CardLayout.Line(words["help.mention"]);
    }
}
