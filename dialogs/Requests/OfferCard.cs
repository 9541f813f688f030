using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Drawing;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>"Go on with your restore?", or start a new one.</summary>
internal static class OfferCard
{
    private const int ValueLength = 200;

    public static Card Draw(Request draft, RequestTransitions moves)
    {
        var type = moves.Services.TypeOf(draft);
        var words = moves.Services.WordsOf(type, moves.Turn.Language);
        var when = words.Shared.Date(DateOnly.FromDateTime(draft.ChangedAt.UtcDateTime));
        return new()
        {
            Summary = words.Shared.Say("offer.title", ("title", words.TitleOf(draft))),
            Language = moves.Turn.Language,
            Body =
            [
                new TextBlock(words.Shared.Say("offer.title", ("title", words.TitleOf(draft))))
                {
                    Weight = TextWeight.Bolder,
                    Size = TextSize.Medium,
                    IsHeading = true,
                },
                new TextBlock(words.Shared.Say("offer.begun", ("key", draft.Key), ("date", when)))
                {
                    IsSubtle = true,
                    Spacing = Spacing.None,
                },
                .. Answered.Draw(type, draft, ValueLength, words),
            ],
            Actions =
            [
                RequestButtons.Of(Verbs.GoOn, words.Shared["offer.go_on"], draft),
                new Execute(words.Shared["offer.new"], Verbs.StartAnew)
                {
                    Data = new Dictionary<string, string> { [MatrixButtons.Request] = type.Id },
                },
            ],
        };
    }
}
