using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>Says below an answer that a language model helped to understand the message.</summary>
/// <param name="topics">What answers it.</param>
internal sealed class AdvisedTopic(WordsCatalog catalog, IReadOnlyList<ITopic> topics) : ITopic
{
    private readonly Dispatcher _topics = new(topics);

    public TurnResult? Answer(Turn turn)
    {
        if (turn.Meaning is not { IsAdvised: true } meaning)
            return null;

        var answer = _topics.Answer(turn);
        return answer.IsEmpty ? null : WithNote(answer, catalog.In(turn.Language).SayOf("advised", KindOf(meaning, answer)));
    }

    private static string? KindOf(Meaning meaning, TurnResult answer) =>
        answer.Changes.Count > 0 ? "request" : meaning.Intent is Intent.Responsibility ? "question" : null;

    // On the card itself, unless that is drawn again later or has no room left.
    private static TurnResult WithNote(TurnResult answer, string note) =>
        answer.Replies is [.., Reply.Show { Subject: null } last] && Below(last.Card, note) is var card && CardLimits.Fits(card)
            ? answer.WithReplies([.. answer.Replies.SkipLast(1), last with { Card = card }])
            : [.. answer, new Reply.Say(note)];

    private static Card Below(Card card, string note) => card with
    {
        Body =
        [
            .. card.Body,
            new RichText(new TextRun(note) { Size = TextSize.Small, IsSubtle = true }) { Spacing = Spacing.Medium },
        ],
    };
}
