using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Dialogs;

/// <summary>Everything the bot can talk about.</summary>
public static class Topics
{
    /// <summary>All topics, most specific first: the order in which the <see cref="Dispatcher"/> asks them.</summary>
    /// <param name="contact">Whom people ask about what the matrix does not hold; null names nobody in particular.</param>
    public static IReadOnlyList<ITopic> All(MatrixLibrary matrix, WordsCatalog words, Contact? contact = null)
    {
        var rows = new MatrixRows(matrix);
        return
        [
            new WelcomeTopic(rows, words),
            new HelpTopic(rows, words),
            new SmallTalkTopic(words),
            new MatrixTopic(rows, words),
            new DeclarationTopic(rows, words),
            new RequestSoonTopic(rows, words),
            new WhoHandlesTopic(rows, words),
            new OutsideTopic(rows, words, contact),
        ];
    }
}
