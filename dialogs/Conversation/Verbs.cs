namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>The verbs that buttons carry. Stored in cards people keep for months: a verb never changes its meaning.</summary>
public static class Verbs
{
    /// <summary>
    /// Show the answer card of a row. Data: section, task, area, party; or row (the three names in one) where it was chosen from a
    /// list.
    /// </summary>
    public const string ShowAnswer = "answer.show";

    /// <summary>Show one row with every duty of both parties. Data as <see cref="ShowAnswer"/>.</summary>
    public const string ShowRow = "row.show";

    /// <summary>Show the whole matrix. Data: page, from 1, to leaf through a card; none to open it as a new message.</summary>
    public const string ShowMatrix = "matrix.show";

    /// <summary>Show the duties of one side. Data: party; page, from 1, to leaf through a card, none to open it as a new message.</summary>
    public const string ShowColumn = "column.show";

    /// <summary>Show duties as text to copy. Data: party, format.</summary>
    public const string ListDuties = "duties.list";

    /// <summary>Start a request. Data: request.</summary>
    public const string StartRequest = "request.start";

    /// <summary>Show what the bot can do.</summary>
    public const string ShowHelp = "help.show";

    /// <summary>Say something to the bot, as if it had been typed. Data: text.</summary>
    public const string Say = "say";

    /// <summary>The key of the sentence of <see cref="Say"/>.</summary>
    public const string Text = "text";

    /// <summary>The channel no longer follows a system. Data: system.</summary>
    public const string StopFollowing = "following.stop";

    /// <summary>Show what is stored about whoever presses. Data: page, from 1, for one by one; none for the sums.</summary>
    public const string ShowRecords = "person.show";

    /// <summary>Show what becomes of it when they are forgotten.</summary>
    public const string AskToForget = "person.forget";

    /// <summary>Forget them. Data: mark, of what they were shown.</summary>
    public const string Forget = "person.forget_yes";

    /// <summary>Do not.</summary>
    public const string KeepRecords = "person.keep";

    // Every verb below carries the id of a request and the form token of the card it stands on.

    /// <summary>The form is meant to be complete. Data: the fields shown, and what was typed.</summary>
    public const string SubmitForm = "form.submit";

    /// <summary>Draw the form again with the fields that go with what was chosen. Data as <see cref="SubmitForm"/>.</summary>
    public const string RedrawForm = "form.redraw";

    /// <summary>An answer to the question put last. Data: field, and value.</summary>
    public const string AnswerQuestion = "form.answer";

    /// <summary>Take the files out of a draft.</summary>
    public const string RemoveFiles = "form.remove_files";

    /// <summary>Go on without an answer. Data: field.</summary>
    public const string SkipQuestion = "form.skip";

    /// <summary>Give the draft up, or the changes to what was filed.</summary>
    public const string CancelForm = "form.cancel";

    /// <summary>From the review back to the form.</summary>
    public const string ChangeForm = "form.change";

    /// <summary>File it. Data: what was ticked and typed to confirm its risks.</summary>
    public const string Confirm = "request.confirm";

    /// <summary>Show a request as it stands.</summary>
    public const string ShowRequest = "request.show";

    /// <summary>Show the person's own requests.</summary>
    public const string ShowMyRequests = "request.mine";

    /// <summary>Go on with a draft.</summary>
    public const string GoOn = "request.go_on";

    /// <summary>Start a new request though a draft of the same type is there. Data: type.</summary>
    public const string StartAnew = "request.start_anew";

    /// <summary>Change what was filed, before the desk picks it up.</summary>
    public const string EditRequest = "request.edit";

    /// <summary>Take back what was filed, before the desk picks it up.</summary>
    public const string Withdraw = "request.withdraw";

    /// <summary>Start a new draft with the answers of an old request.</summary>
    public const string CopyRequest = "request.copy";

    /// <summary>Start a draft that asks for more time for what a request was granted.</summary>
    public const string ExtendRequest = "request.extend";

    /// <summary>Start a draft that takes back what a request was granted.</summary>
    public const string RevokeAccess = "request.revoke";

    /// <summary>A second person agrees.</summary>
    public const string Approve = "request.approve";

    /// <summary>A second person does not agree. Data: reason.</summary>
    public const string Reject = "request.reject";

    /// <summary>Answer what the desk asks. Data: reply.</summary>
    public const string AnswerDesk = "request.answer";

    /// <summary>What the desk proposes works. Data: reply.</summary>
    public const string AcceptSolution = "request.solved";

    /// <summary>It does not. Data: reply, which says why.</summary>
    public const string RejectSolution = "request.not_solved";

    /// <summary>Show the DR events there are.</summary>
    public const string ShowEvents = "event.list";

    /// <summary>Declare a DR event. Data: kind, systems, reason.</summary>
    public const string DeclareEvent = "event.declare";

    // Every verb below carries the id of a DR event and the version its card shows.

    /// <summary>Show a DR event as it stands, with what can be done about it.</summary>
    public const string ShowEvent = "event.show";

    /// <summary>Take a step. Data: to, and text.</summary>
    public const string StepEvent = "event.step";

    /// <summary>Say news. Data: text.</summary>
    public const string SayOfEvent = "event.say";

    /// <summary>Say that what was said last was wrong. Data: text.</summary>
    public const string CorrectEvent = "event.correct";

    /// <summary>Send the announcement that was previewed.</summary>
    public const string AnnounceEvent = "event.announce";

    /// <summary>Go ahead without a second person. Data: text, the reason.</summary>
    public const string GoAlone = "event.alone";

    /// <summary>Show who got what.</summary>
    public const string ShowDeliveries = "event.deliveries";

    /// <summary>Start the DR failover request that goes with the event.</summary>
    public const string RequestForEvent = "event.request";

    /// <summary>A press of an example is the sentence on it; everything else is what it was.</summary>
    public static TurnInput SaidBy(TurnInput input) =>
        input is TurnInput.ButtonPress { Verb: Say } press && press.Data.GetValueOrDefault(Text) is { Length: > 0 } text
            ? new TurnInput.Message(text)
            : input;

    /// <summary>What has to be loaded to answer a press.</summary>
    public static TurnNeeds Needs(string verb) => verb switch
    {
        ShowDeliveries => TurnNeeds.Events | TurnNeeds.Deliveries,
        StopFollowing => TurnNeeds.Subscriptions,
        ShowRecords or AskToForget or Forget or KeepRecords => TurnNeeds.PersonalData,
        _ when verb.StartsWith("event.", StringComparison.Ordinal) => TurnNeeds.Events,
        _ when verb.StartsWith("request.", StringComparison.Ordinal) || verb.StartsWith("form.", StringComparison.Ordinal) =>
            TurnNeeds.Requests,
        _ => TurnNeeds.None,
    };
}
