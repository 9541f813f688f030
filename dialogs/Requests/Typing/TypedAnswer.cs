using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Drawing;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Requests.Typing;

/// <summary>Takes what was typed as an answer, says how it was understood, and puts the next question.</summary>
internal static class TypedAnswer
{
    public static TurnResult Take(string text, Request draft, RequestTransitions moves)
    {
        var type = moves.Services.TypeOf(draft);
        var words = moves.WordsOf(draft);
        var lines = new LineReader(type, moves.Context, words, moves.Services);
        if (Risks.IsAsked(draft))
            return lines.Corrections.Read(text, null, draft) is { } corrected && !ReferenceEquals(corrected, draft)
                ? GoOn(draft, corrected, moves)
                : Risks.Take(text, draft, moves);

        var asked = moves.FormOf(draft).Fields.FirstOrDefault(field => field.Id == draft.Asking);
        if (AnswerFit.Doubt(text, asked, moves))
            return [new Reply.Say(words.Shared.Say("forms.no_answer", ("question", words.Ask(asked!)), ("label", words.Label(asked!))))];

        var read = lines.Read(text, asked, draft);
        var correction = Correction.Of(text, moves.Services.Words);
        return !ReferenceEquals(read, draft) ? [.. GoOn(draft, read, moves), .. NotUsed.Of(correction?.Text ?? text, read, moves)]
            : asked is null && lines.Led(text, draft) is { Text.Length: 0 } named ? Ask(named.Field.Id, draft, moves)
            : lines.Corrections.Holder(text, draft) is { } holder ? [Already(holder, draft, words), OpenQuestion.Repeat(draft, moves)]
            : correction is not null ? [Commands.WhatToChange(draft, moves)]
            : [new Reply.Say(words.Shared["forms.not_understood"])];
    }

    private static Reply.Say Already(Field field, Request draft, TypeWords words) => new(words.Shared.Say(
        "forms.already",
        ("label", words.Label(field)),
        ("value", ValueText.Of(field, draft.Entries[field.Id].Value!, draft.Zone, words))));

    /// <summary>Keeps what was read and puts the next question; when nothing is left to ask, the review.</summary>
    /// <param name="read">The draft with what was just answered.</param>
    public static TurnResult GoOn(Request draft, Request read, RequestTransitions moves)
    {
        var filled = KnownValues.Fill(moves.Services.TypeOf(read), draft, read, moves.Context, moves.WordsOf(read));
        var next = moves.Next(filled) with { Accepted = [] };
        var form = moves.FormOf(next);
        // What was just answered wrong is asked again before anything else.
        var again = form.Fields.FirstOrDefault(field =>
            field.Id == draft.Asking && form.ProblemOf(field) is not null && form.EntryOf(field) is not null);
        var question = again ?? form.Next;
        next = DraftSteps.Named(
            next with
            {
                Asking = question?.Id,
                State = question is null ? RequestState.Reviewing : RequestState.Filling,
            },
            moves);
        var lead = Understood(draft, next, moves);
        return
        [
            moves.Save(next, "filled", DraftSteps.Changed(draft, next)),
            question is null ? moves.Show(next) : new Reply.Show(QuestionCard.Draw(question, next, form, moves.WordsOf(next), lead)),
            RequestTransitions.Redraw(next),
        ];
    }

    /// <summary>Asks a question, again or for the first time, changing nothing but what is asked.</summary>
    public static TurnResult Ask(string field, Request draft, RequestTransitions moves, string? lead = null)
    {
        var next = moves.Next(draft) with { Asking = field, State = RequestState.Filling, Accepted = [] };
        var form = moves.FormOf(next);
        var question = form.Fields.First(asked => asked.Id == field);
        return
        [
            moves.Save(next, "asked", field),
            new Reply.Show(QuestionCard.Draw(question, next, form, moves.WordsOf(next), lead)),
            RequestTransitions.Redraw(next),
        ];
    }

    private static string? Understood(Request before, Request after, RequestTransitions moves)
    {
        var words = moves.WordsOf(after);
        var form = moves.FormOf(after);
        var lines = form
            .Fields.Where(field =>
                form.EntryOf(field) is { Value: not null } entry
                && form.ProblemOf(field) is null
                && before.Entries.GetValueOrDefault(field.Id)?.Value != entry.Value)
            .Select(field => Line(field, form.EntryOf(field)!, after, words))
            .ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private static string Line(Field field, Entry entry, Request request, TypeWords words) =>
        string.Join(
            ' ',
            entry
                .Notes.Select(words.Say)
                .Prepend($"✓ {Answered.Led(words.Label(field))}{ValueText.Of(field, entry.Value!, request.Zone, words)}"));
}
