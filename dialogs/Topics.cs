using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Desk;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.People;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Dialogs.Recovery.Following;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Dialogs.Requests.Attaching;
using ChatOpsBot.Dialogs.Requests.Replying;
using ChatOpsBot.Dialogs.Requests.Typing;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Roles;

namespace ChatOpsBot.Dialogs;

/// <summary>Everything the bot can talk about.</summary>
public static class Topics
{
    /// <summary>All topics, most specific first: the order in which the <see cref="Dispatcher"/> asks them.</summary>
    /// <param name="contact">Whom people ask about what the matrix does not hold; null names nobody in particular.</param>
    public static IReadOnlyList<ITopic> All(RequestServices services, RequestCards cards, Contact? contact = null)
    {
        var (rows, words) = (services.Rows, services.Words);
        IReadOnlyList<ITopic> questions =
        [
            new SmallTalkTopic(words),
            new MatrixTopic(rows, words),
            new WhoHandlesTopic(rows, words),
            new OutsideTopic(services, contact),
        ];
        IReadOnlyList<ITopic> topics =
        [
            new WelcomeTopic(rows, words),
            new UnidentifiedTopic(services, [new MatrixTopic(rows, words), new WhoHandlesTopic(rows, words)]),
            new RoleTopic(services),
            new DeskPageTopic(words),
            new EventTopic(services),
            new FollowTopic(services),
            new PersonTopic(words),
            new InterviewTopic(services, cards, questions),
            new FormTopic(services, cards),
            new ConfirmTopic(services, cards),
            new ApprovalTopic(services, cards),
            new DeskReplyTopic(services, cards),
            new StatusTopic(services, cards),
            new DraftReminderTopic(services, cards, [new HelpTopic(services), new SmallTalkTopic(words)]),
            new SeveralRequestsTopic(services, [new StartTopic(services, cards), new WhoHandlesTopic(rows, words)]),
            new HelpTopic(services),
            new SmallTalkTopic(words),
            new MatrixTopic(rows, words),
            new StartTopic(services, cards),
            new WhoHandlesTopic(rows, words),
            new OutsideTopic(services, contact),
        ];
        IReadOnlyList<ITopic> all = [new FilesTopic(services, cards, topics), .. topics];
        return [new AdvisedTopic(words, all), .. all];
    }
}
