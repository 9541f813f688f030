using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>The bot was added: it greets the place once.</summary>
public sealed class WelcomeTopic(MatrixRows rows, WordsCatalog catalog) : ITopic
{
    public TurnResult? Answer(Turn turn) => turn.What is TurnInput.BotAdded
        ? [new Reply.Show(WelcomeCard.Draw(turn.Where.Kind, turn.Who.Name, rows.In(turn.Language), catalog.In(turn.Language)))]
        : null;
}
