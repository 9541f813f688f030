using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests.Typing;

/// <summary>"Send it", typed: each risk is put as a question of its own before the request is filed.</summary>
internal static class Risks
{
    private const string Asked = "risk.";

    public static bool IsAsked(Request draft) => draft.Asking?.StartsWith(Asked, StringComparison.Ordinal) is true;

    public static TurnResult Confirm(Request draft, RequestTransitions moves)
    {
        if (!moves.FormOf(draft).IsComplete)
            return DraftSteps.BackToForm(draft with { WasSubmitted = true }, moves);
        if (Filing.Open(draft, moves) is not [var risk, ..])
            return Filing.File(draft, moves, after => moves.Show(after));

        var next = moves.Next(draft) with { Asking = Asked + risk.Id };
        return
        [
            moves.Save(next, "asked", next.Asking),
            new Reply.Show(Question(risk, moves.WordsOf(next))),
            RequestTransitions.Redraw(next),
        ];
    }

    public static TurnResult Take(string text, Request draft, RequestTransitions moves)
    {
        var words = moves.WordsOf(draft);
        if (Filing.Open(draft, moves).FirstOrDefault(risk => Asked + risk.Id == draft.Asking) is not { } asked)
            return Confirm(draft, moves);

        var said = TypedText.Plain(text);
        var isAccepted = asked.ToType is { } wanted
            ? said == TypedText.Plain(wanted)
            : moves.Services.Words.Languages.Any(language => moves.Services.Words.In(language).Several("risk.say").Contains(said));
        return isAccepted
            ? Confirm(draft with { Accepted = [.. draft.Accepted, asked.Id] }, moves)
            : [new Reply.Show(Question(asked, words))];
    }

    private static Card Question(Risk risk, TypeWords words) =>
        new()
        {
            Summary = words.Risk(risk),
            Language = words.Shared.Language,
            Body =
            [
                new Container(
                    new RichText(new TextRun("⚠ " + words.Risk(risk)) { Weight = TextWeight.Bolder }),
                    new TextBlock(risk.ToType is { } text ? words.Shared.Say("risk.type", ("text", text)) : words.Shared["risk.ask"])
                    {
                        Size = TextSize.Medium,
                        IsHeading = true,
                    })
                {
                    Style = ContainerStyle.Attention,
                },
            ],
        };
}
