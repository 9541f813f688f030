using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Requests.Typing;

/// <summary>"back", "skip", "cancel", "what does that mean?" and the like, while a form is open.</summary>
internal static class Commands
{
    public static TurnResult Do(FormCommandParser.Command command, Request draft, RequestTransitions moves)
    {
        var form = moves.FormOf(draft);
        var asked = form.Fields.FirstOrDefault(field => field.Id == draft.Asking);
        return command.What switch
        {
            FormCommand.Cancel => DraftSteps.Cancel(draft, moves, pressed: false),
            FormCommand.Show => asked is null && form.IsComplete ? TypedAnswer.GoOn(draft, draft, moves) : [moves.Show(draft)],
            FormCommand.RemoveFiles => RemoveFiles(draft, moves),
            FormCommand.Now => [OpenQuestion.Repeat(draft, moves)],
            FormCommand.Help => Help(asked, draft, moves),
            FormCommand.Change => Change(command.Rest, draft, moves),
            FormCommand.TakeUp => DraftSteps.GoOn(draft, moves),
            FormCommand.Confirm when draft.State is not RequestState.Reviewing => TypedAnswer.GoOn(draft, draft, moves),
            FormCommand.Confirm => Risks.Confirm(draft, moves),
            FormCommand.Back => Back(draft, moves),
            _ => Skip(asked, draft, moves),
        };
    }

    private static TurnResult RemoveFiles(Request draft, RequestTransitions moves)
    {
        var next = moves.Next(draft.WithoutFiles());
        return
        [
            moves.Save(next, "files-removed"),
            RequestTransitions.Redraw(next),
            new Reply.Say(moves.WordsOf(next).Shared.Say("files.removed", ("key", next.Key))),
            OpenQuestion.Repeat(next, moves),
        ];
    }

    private static TurnResult Help(Field? asked, Request draft, RequestTransitions moves)
    {
        var words = moves.WordsOf(draft);
        return asked is null
            ? [new Reply.Say(words.Shared["review.say"])]
            : [new Reply.Say($"{words.Help(asked)} {words.Shared[asked.IsOptional ? "forms.say_skip" : "forms.say"]}")];
    }

    private static TurnResult Back(Request draft, RequestTransitions moves)
    {
        var form = moves.FormOf(draft);
        var before = draft.Asking is null ? form.Fields.LastOrDefault(field => form.EntryOf(field) is not null) : form.Before(draft.Asking);
        return before is null
            ? [new Reply.Say(moves.WordsOf(draft).Shared["forms.first"])]
            : TypedAnswer.Ask(before.Id, draft, moves);
    }

    private static TurnResult Skip(Field? asked, Request draft, RequestTransitions moves)
    {
        var words = moves.WordsOf(draft);
        if (asked is null)
            return [new Reply.Say(words.Shared["review.say"])];
        // What has its answer keeps it.
        if (
            moves.FormOf(draft) is var form
            && form.EntryOf(asked) is { Value: not null }
            && form.ProblemOf(asked) is null
            && !asked.IsOptional)
            return TypedAnswer.GoOn(draft, draft, moves);
        if (!asked.IsOptional && asked.Usual(new Answers(draft)) is null)
            return [new Reply.Say(words.Shared.Say("forms.needed", ("question", words.Ask(asked))))];

        return TypedAnswer.GoOn(draft with { Asking = null }, EntryReader.Put(draft, asked, new Entry("")), moves);
    }

    // "change library" asks; "change library to PRODLIB2" answers at once.
    private static TurnResult Change(string what, Request draft, RequestTransitions moves)
    {
        var words = moves.WordsOf(draft);
        var line = new LineReader(moves.Services.TypeOf(draft), moves.Context, words, moves.Services);
        if (line.Led(Without("forms.say.articles", what, words), draft) is not var (field, rest))
            return [WhatToChange(draft, moves)];

        var value = Without("forms.say.to", rest, words);
        return value.Length == 0
            ? TypedAnswer.Ask(field.Id, draft, moves)
            : TypedAnswer.GoOn(
                draft with
                {
                    Asking = field.Id,
                },
                EntryReader.Put(draft, field, EntryReader.Read(field, value, draft, moves.Context, words)),
                moves);
    }

    public static Reply.Say WhatToChange(Request draft, RequestTransitions moves)
    {
        var words = moves.WordsOf(draft);
        return new(words.Shared.Say("forms.what_change", ("fields", string.Join(", ", moves.FormOf(draft).Fields.Select(words.Label)))));
    }

    private static string Without(string key, string text, TypeWords words) =>
        words
            .InEveryLanguage.SelectMany(language => language.Shared.Several(key))
            .FirstOrDefault(word => text.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase))
            is { } lead
            ? text[(lead.Length + 1)..]
            : text;
}
