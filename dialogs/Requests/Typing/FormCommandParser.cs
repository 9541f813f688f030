using ChatOpsBot.Dialogs.Forms.Drawing;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Requests.Typing;

/// <summary>What a line typed while a form is open is: a command, a question of another kind, a new wish, or an answer.</summary>
internal abstract record FormCommandParser
{
    private FormCommandParser()
    {
    }

    public sealed record Command(FormCommand What, string Rest = "") : FormCommandParser;

    /// <summary>Answered by another topic, after which the form goes on.</summary>
    public sealed record Aside : FormCommandParser;

    /// <summary>The form is left where it stands.</summary>
    public sealed record Elsewhere : FormCommandParser;

    public sealed record Answer : FormCommandParser;

    private static readonly (FormCommand What, string Words)[] Whole =
    [
        (FormCommand.Back, "forms.say.back"),
        (FormCommand.Skip, "forms.say.skip"),
        (FormCommand.Cancel, "forms.say.cancel"),
        (FormCommand.Help, "forms.say.help"),
        (FormCommand.Show, "forms.say.show"),
        (FormCommand.Now, "forms.say.now"),
    ];

    // In letters: "stop" and "exit" may be names.
    private const int ShortestCancel = 5;

    private static readonly char[] ClauseEnds = [',', ';', '、', '，', '。'];

    private static readonly string[] ConfirmButtons = ["review.confirm", "review.amend", "review.ask"];

    public static FormCommandParser Read(string text, Request draft, RequestTransitions moves)
    {
        var plain = TypedText.Plain(text);
        if (Whole.FirstOrDefault(command => moves.Services.Words.IsSaid(command.Words, plain)) is { Words: not null } found)
            return new Command(found.What);
        if (FilePart.CanRemove(draft) && moves.Services.Words.IsSaid("files.say.remove", plain))
            return new Command(FormCommand.RemoveFiles);
        if (draft.IsEdit && IsButton(plain, "forms.cancel_edit", moves))
            return new Command(FormCommand.Cancel);
        if (IsLast(draft, moves) && moves.Services.Words.IsSaid("say.edit", plain))
            return new Command(FormCommand.Change);
        if (IsLast(draft, moves) && !draft.IsEdit && moves.Services.Words.IsSaid("say.withdraw", plain))
            return new Command(FormCommand.Cancel);
        if (RequestCommands.Of(moves.Turn, moves.Services) is not null)
            return new Elsewhere();
        if (moves.Services.Words.IsSaid("forms.say.now", moves.Services.Courtesy.Trim(plain)))
            return new Command(FormCommand.Now);
        if (IsCancelled(text, moves))
            return new Command(FormCommand.Cancel);
        if (IsConfirmed(plain, draft, moves))
            return new Command(IsSentSince(draft, moves) ? FormCommand.TakeUp : FormCommand.Confirm);
        if (ChangeOf(text, moves) is { } change)
            return new Command(FormCommand.Change, change);

        return IsQuestion(text, moves) || IsQuestionOfAnyKind(text, draft, moves) ? new Aside()
            : IsAnotherRequest(text, draft, moves) ? new Elsewhere()
            : new Answer();
    }

    // "Change" and "withdraw" mean what somebody was busy with last.
    private static bool IsLast(Request draft, RequestTransitions moves) =>
        !moves.Turn.Requests.Own.Any(request => request.IsOpen && request.Id != draft.Id && request.ChangedAt > draft.ChangedAt);

    // Another request was sent after this one was last seen: a "yes" can hardly mean this one, so it is shown before it is sent.
    private static bool IsSentSince(Request draft, RequestTransitions moves) =>
        moves.Turn.Requests.Own.Any(request => request.Id != draft.Id && request.ConfirmedAt > draft.ChangedAt);

    // Nothing is left to ask, or what is asked again has its answer: then "ok" and "send it" leave it as it is. A choice has a "yes" of its
    // own; of any other field neither is an answer.
    private static bool HasAnswer(Request draft, RequestTransitions moves)
    {
        var form = moves.FormOf(draft);
        return !Risks.IsAsked(draft)
            && form.Fields.FirstOrDefault(field => field.Id == draft.Asking) is var asked
            && (asked is null || (asked is not (IChoices or YesNoField)
                && (!TakesAnyWord(asked) || (form.EntryOf(asked) is { Value: not null } && form.ProblemOf(asked) is null))));
    }

    // "Go" may be a library.
    private static bool TakesAnyWord(Field field) => field is NameField or NamesField or SystemField or SystemsField;

    // "change the library", "change library to PRODLIB2"
    private static string? ChangeOf(string text, RequestTransitions moves) => moves.Services.Words.After("forms.say.change", text);

    private static bool IsQuestion(string text, RequestTransitions moves) =>
        moves.Turn.Meaning is { } meaning
        && (
            meaning.Intent is Intent.Responsibility && meaning.Rows.Count + meaning.DidYouMean.Count > 0
            || meaning.WholeMatrix
            || meaning.SmallTalk is not null)
        && (
            QuestionMark.Ends(text)
            || meaning.WholeMatrix
            || IsAsking(text, moves)
            || meaning.SmallTalk is SmallTalk.Thanks or SmallTalk.Greeting);

    // "Who handles MFA?" is no user profile, whether or not the matrix has an answer.
    private static bool IsQuestionOfAnyKind(string text, Request draft, RequestTransitions moves) =>
        QuestionMark.Ends(text) && IsAsking(text, moves)
        && moves.FormOf(draft).Fields.FirstOrDefault(field => field.Id == draft.Asking) is not (TextField or null);

    private static bool IsAsking(string text, RequestTransitions moves) =>
        moves.Services.Words.After("forms.say.asking", text) is not null;

    // Free text may say anything; elsewhere the name of another request, with what it is about, is meant as such. A disaster needs no more.
    private static bool IsAnotherRequest(string text, Request draft, RequestTransitions moves) =>
        RequestIntent.Read(text, moves.Turn, moves.Services) is { } wish
        && wish.Type.Id != draft.Type
        && (moves.Turn.Meaning is { IsRequestNamed: true } || wish.Type.Id != moves.Turn.Meaning?.Request)
        && (wish.Given.Any(given => IsReadable(wish.Type, given, moves)) || moves.Turn.Meaning is { Intent: Intent.DrEvent })
        && moves.FormOf(draft).Fields.FirstOrDefault(field => field.Id == draft.Asking) is not TextField;

    // A backup of yesterday cannot be wanted: it tells of one.
    private static bool IsReadable(RequestType type, KeyValuePair<string, string> given, RequestTransitions moves) =>
        type.Fields.FirstOrDefault(field => field.Id == given.Key) is not MomentField moment
        || moment.Read(given.Value, moves.Context) is not FieldReading.Wrong;

    // "Send it" is no answer to anything; "ok" may be.
    private static bool IsConfirmed(string plain, Request draft, RequestTransitions moves) =>
        (!Risks.IsAsked(draft) && IsSent(plain, moves))
        || ((draft.State is RequestState.Reviewing || HasAnswer(draft, moves))
            && (moves.Services.Words.IsSaid("forms.say.confirm", plain) || ConfirmButtons.Any(button => IsButton(plain, button, moves))))
        || (draft.State is RequestState.Reviewing && !Risks.IsAsked(draft) && moves.Services.Words.IsSaid("risk.say", plain));

    private static bool IsSent(string plain, RequestTransitions moves) =>
        moves.Services.Words.IsSaid("forms.say.send", plain.Replace(",", "", StringComparison.Ordinal))
        || moves.Services.Words.IsSaid("forms.say.send", moves.Services.Courtesy.Trim(plain));

    // "Oops, forget it, I found my phone": the reason follows what is wanted. A short word may begin an answer.
    private static bool IsCancelled(string text, RequestTransitions moves) =>
        text.Split(ClauseEnds, StringSplitOptions.TrimEntries).Take(2)
            .Select(clause => moves.Services.Courtesy.Trim(TypedText.Plain(clause)))
            .Any(clause => clause.Length >= ShortestCancel && moves.Services.Words.IsSaid("forms.say.cancel", clause));

    // What stands on a button can be typed as well.
    private static bool IsButton(string plain, string key, RequestTransitions moves) =>
        moves.Services.Words.Languages.Any(language => TypedText.Plain(moves.Services.Words.In(language)[key]) == plain);
}

/// <summary>What people can say while a form is open, beside answers.</summary>
internal enum FormCommand
{
    Back,
    Skip,
    Cancel,
    Help,
    Show,
    Change,
    Confirm,

    RemoveFiles,

    /// <summary>What is still to do is told.</summary>
    Now,

    /// <summary>Shown once more, to be sent by the next "yes".</summary>
    TakeUp,
}
