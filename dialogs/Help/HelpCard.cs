using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>What to say to the bot, by example.</summary>
public static class HelpCard
{
    public static Card Draw(PlaceKind place, ResponsibilityMatrix matrix, Phrases words) => new()
    {
        Summary = words["help.gist"],
        Language = words.Language,
        Body =
        [
            HelpDrawing.Title(words["help.title"]),
            .. HelpDrawing.Examples(words["help.ask"], Example.Of(Intent.Responsibility), words),
            .. HelpDrawing.Examples(words["help.requests"], Example.Of(Intent.Request), words),
            HelpDrawing.Line(words["help.soon"]),
            .. place is PlaceKind.Personal ? Array.Empty<Element>() : [Mention(words)],
        ],
        Actions = [MatrixButtons.WholeMatrix(words), .. MatrixButtons.OpenPage(matrix, words)],
    };

    private static TextBlock Mention(Phrases words) => new(words["help.mention"]) { IsSubtle = true, Spacing = Spacing.Medium };
}
