using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>For a message about a request or a DR event that exists, where the words do not tell which, or what to do with it.</summary>
internal static class ExistingCard
{
    public static Card Draw(Phrases words) => new()
    {
        Summary = words["existing.title"],
        Language = words.Language,
        Body = [CardLayout.Title(words["existing.title"]), CardLayout.Line(words["existing.text"])],
        Actions =
        [
            new Execute(words["button.mine"], Verbs.ShowMyRequests),
            new Execute(words["button.events"], Verbs.ShowEvents),
            MatrixButtons.Help(words),
        ],
    };
}
