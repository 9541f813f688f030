using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>
/// A message that asks for several things: its questions are answered, its first request is opened, and every other request is named, so
/// that nobody believes it was taken up. A disaster goes before all else.
/// </summary>
/// <param name="answers">What answers a part alone.</param>
internal sealed class SeveralRequestsTopic(RequestServices services, IReadOnlyList<ITopic> answers) : ITopic
{
    // In characters: enough to see which wish is meant.
    private const int LongestEcho = 200;

    private readonly Dispatcher _answers = new(answers);
    private readonly MessageParts _parts = new(services);

    public TurnResult? Answer(Turn turn)
    {
        if (turn.Command is not null || _parts.Of(turn) is not { Count: > 0 } parts)
            return null;

        var requests = parts.Where(part => part.Request is not null).OrderByDescending(part => part.Request!.OpensEvent).ToList();
        List<TurnResult> results = [.. parts.Except(requests).Append(requests[0]).Select(part => _answers.Answer(part.Turn))];
        if (results.Exists(result => result.IsEmpty))
            return null;

        IEnumerable<TurnResult.Part> waiting = requests.Skip(1).Select(part => (TurnResult.Part)Waiting(part.Turn));
        return [.. results.SelectMany(result => result), .. waiting];
    }

    private Reply.Say Waiting(Turn part) => new(services.Words.In(part.Language).Say(
        "wish.waiting", ("text", PlainText.Clip(((TurnInput.Message)part.What).Text, LongestEcho))));
}
