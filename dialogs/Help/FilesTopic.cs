using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Dialogs.Requests.Typing;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>Says of a picture or a file that it was not read; the text beside it is answered as always.</summary>
/// <param name="topics">What answers the text.</param>
internal sealed class FilesTopic(RequestServices services, RequestCards cards, IReadOnlyList<ITopic> topics) : ITopic
{
    private readonly Dispatcher _topics = new(topics);

    public TurnResult? Answer(Turn turn)
    {
        if (turn.What is not TurnInput.Message { HasFiles: true } said)
            return null;

        var words = services.Words.In(turn.Language);
        if (!string.IsNullOrWhiteSpace(said.Text))
            return [.. _topics.Answer(turn), new Reply.Say(words["files.beside"])];

        var only = new Reply.Say(words["files.only"]);
        return DraftInHand.Of(turn) is { } draft
            ? [only, OpenQuestion.Repeat(draft, new RequestTransitions(services, cards, turn))]
            : [only];
    }
}
