using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.People;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Dialogs.Recovery.Following;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Dialogs.Requests.Typing;
using ChatOpsBot.Dialogs.Responsibility;

namespace ChatOpsBot.Dialogs;

/// <summary>Everything the bot can talk about.</summary>
public static class Topics
{
    /// <summary>All topics, most specific first: the order in which the <see cref="Dispatcher"/> asks them.</summary>
    /// <param name="contact">Whom people ask about what the matrix does not hold; null names nobody in particular.</param>
    public static IReadOnlyList<ITopic> All(RequestServices kit, RequestCards cards, Contact? contact = null)
    {
        var (rows, words) = (kit.Rows, kit.Words);
        IReadOnlyList<ITopic> questions = [new SmallTalkTopic(words), new MatrixTopic(rows, words), new WhoHandlesTopic(rows, words), new OutsideTopic(kit, contact)];
        return
        [
            new WelcomeTopic(rows, words),
            new EventTopic(kit),
            new FollowTopic(kit),
            new PersonTopic(words),
            new InterviewTopic(kit, cards, questions),
            new FormTopic(kit, cards),
            new ConfirmTopic(kit, cards),
            new ApprovalTopic(kit, cards),
            new StatusTopic(kit, cards),
            new DraftReminderTopic(kit, cards, [new HelpTopic(kit), new SmallTalkTopic(words)]),
            new HelpTopic(kit),
            new SmallTalkTopic(words),
            new MatrixTopic(rows, words),
            new StartTopic(kit, cards),
            new WhoHandlesTopic(rows, words),
            new OutsideTopic(kit, contact),
        ];
    }
}
