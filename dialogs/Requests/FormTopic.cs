using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>The buttons of a form: what was typed into it is read, checked and saved, right or wrong.</summary>
internal sealed class FormTopic(RequestServices services, RequestCards cards) : ITopic
{
    private static readonly string[] Verbs =
    [
        Conversation.Verbs.SubmitForm,
        Conversation.Verbs.RedrawForm,
        Conversation.Verbs.RemoveFiles,
        Conversation.Verbs.CancelForm,
        Conversation.Verbs.ChangeForm,
        Conversation.Verbs.GoOn,
    ];

    public TurnResult? Answer(Turn turn)
    {
        if (turn.What is not TurnInput.ButtonPress press || !Verbs.Contains(press.Verb))
            return null;

        var request = PressedRequest.Find(press, turn);
        if (PressedRequest.Refuse(request, turn, services.Words.In(turn.Language)) is { } refusal)
            return [refusal];

        var moves = new RequestTransitions(services, cards, DraftInHand.InItsLanguage(turn, request!));
        return request!.IsDraft
            ? Work(press, request, moves)
            : [moves.Replace(request, services.Words.In(turn.Language)["forms.not_draft"])];
    }

    private static TurnResult Work(TurnInput.ButtonPress press, Request request, RequestTransitions moves) => press.Verb switch
    {
        Conversation.Verbs.CancelForm => DraftSteps.Cancel(request, moves, pressed: true),
        Conversation.Verbs.ChangeForm => DraftSteps.BackToForm(request, moves),
        Conversation.Verbs.GoOn => DraftSteps.GoOn(request, moves),
        // On the review there is nothing to read.
        Conversation.Verbs.RemoveFiles when !press.Data.ContainsKey(FormInputs.Shown) => RemoveFiles(request, moves),
        Conversation.Verbs.RemoveFiles => Read(press, request.WithoutFiles(), moves, isMeantComplete: false),
        Conversation.Verbs.SubmitForm => Read(press, request, moves, isMeantComplete: true),
        _ => Read(press, request, moves, isMeantComplete: false),
    };

    private static TurnResult RemoveFiles(Request request, RequestTransitions moves)
    {
        var next = moves.Next(request.WithoutFiles());
        return [moves.Save(next, "files-removed"), RequestTransitions.Redraw(next), moves.Replace(next)];
    }

    private static TurnResult Read(TurnInput.ButtonPress press, Request request, RequestTransitions moves, bool isMeantComplete)
    {
        var old = PressedRequest.IsOld(press, request);
        var read = FormReader.Read(moves.Services.TypeOf(request), request, press.Data, old, moves.Context, moves.WordsOf(request));
        var form = moves.FormOf(read);
        var next = moves.Next(read) with
        {
            WasSubmitted = request.WasSubmitted || isMeantComplete,
            Asking = form.Next?.Id,
            Accepted = [],
            State = isMeantComplete && form.IsComplete ? RequestState.Reviewing : RequestState.Filling,
        };
        next = DraftSteps.Named(next, moves);
        return [moves.Save(next, "filled", DraftSteps.Changed(request, next)), RequestTransitions.Redraw(next), moves.Replace(next)];
    }
}
