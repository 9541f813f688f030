using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>Does with an event what was said or pressed.</summary>
internal sealed class EventDoing(RequestServices services, EventCommands moves, Turn turn)
{
    public TurnResult Do(Command.OnEvent said, RecoveryEvent drEvent, bool pressed)
    {
        if (Fault(said.Text) is { } fault)
            return [moves.Shown(drEvent, fault, pressed, SecretScan.In(said.Text!) is [] ? said.Text : null)];

        return said.Action switch
        {
            EventAction.Step => Step(drEvent, said.To!.Value, said.Text, pressed),
            EventAction.Say => Say(drEvent, said.Text, pressed),
            EventAction.Correct => Correct(drEvent, said.Text, pressed),
            EventAction.Announce => Announce(drEvent, pressed),
            EventAction.GoAlone => GoAlone(drEvent, said.Text, pressed),
            EventAction.Deliveries =>
            [
                new Reply.Show(DeliveriesCard.Draw(drEvent, Deliveries(drEvent), moves.Words)),
            ],
            EventAction.Approve when drEvent.State is RecoveryState.Declared =>
                [moves.Shown(drEvent, moves.Words[Approvable(drEvent)], pressed)],
            EventAction.Hint or EventAction.Mention => [moves.Shown(drEvent, moves.Words.Say("event.hint", ("key", drEvent.Key)), pressed)],
            _ => [moves.Shown(drEvent, null, pressed)],
        };
    }

    // Whoever has no button is not told to press it.
    private string Approvable(RecoveryEvent drEvent) =>
        drEvent.DeclaredBy.Id == turn.Who.Id ? "event.own"
        : services.Recovery.Policy.RolesOf(turn.Who, drEvent).Contains(RecoveryRole.Authority) ? "event.approve_here"
        : "approval.not_listed";

    // Names of teams and channels are for those who lead.
    private DeliveryStatus Deliveries(RecoveryEvent drEvent)
    {
        var status = turn.Events.Deliveries ?? new(0, 0, 0, 0, 0, []);
        return services.Recovery.Policy.RolesOf(turn.Who, drEvent).Count > 0 ? status : status with { Lines = [] };
    }

    private TurnResult Step(RecoveryEvent drEvent, RecoveryState to, string? text, bool pressed)
    {
        // The last thing that channels read says how it ended (good practice of incident communication: any data loss is stated at the
        // end).
        if (
            to is RecoveryState.Closed
            && text is null
            && !drEvent.IsDrill
            && RecoverySteps.After(drEvent.State, drEvent.Kind).Any(step => step.To == to))
            return [moves.Shown(drEvent, moves.Words.Say("event.why_closed", ("key", drEvent.Key)), pressed)];

        var name = PlainText.Line(turn.Who.Name);
        var news = to switch
        {
            RecoveryState.Approved => Problem.Of("event.news.approved", ("name", name), ("key", drEvent.Key)),
            RecoveryState.Rejected when text is null => Problem.Of("event.news.rejected", ("name", name), ("key", drEvent.Key)),
            RecoveryState.Rejected => Problem.Of(
                "event.news.rejected_because", ("name", name), ("key", drEvent.Key), ("reason", PlainText.Line(PlainText.Clip(text, 200)))),
            _ => null,
        };
        var change = services.Recovery.Step(drEvent, to, turn.Who, text, turn.At, open: turn.Events.Open);
        return moves.Do(drEvent, change, Moved, text, pressed, news);
    }

    private TurnResult Say(RecoveryEvent drEvent, string? text, bool pressed) => text is null
        ? [moves.Shown(drEvent, moves.Words["event.what_new"], pressed)]
        : moves.Do(
            drEvent,
            services.Recovery.Say(drEvent, text, turn.Who, turn.At),
            after => moves.Words[after.AnnouncedAt is null ? "event.said.draft" : "event.said"],
            text,
            pressed);

    private TurnResult Correct(RecoveryEvent drEvent, string? text, bool pressed) =>
        EventCard.SaidLast(drEvent) is not { } line ? [moves.Shown(drEvent, moves.Words["event.nothing_to_correct"], pressed, text)]
        : text is null ? [moves.Shown(drEvent, moves.Words["event.what_wrong"], pressed)]
        : moves.Do(
            drEvent, services.Recovery.Correct(drEvent, line, text, turn.Who, turn.At), _ => moves.Words["event.corrected"], text, pressed);

    private TurnResult Announce(RecoveryEvent drEvent, bool pressed) =>
        drEvent.AnnouncedAt is not null ? [moves.Shown(drEvent, moves.Words["event.announced_before"], pressed)]
        : drEvent is { Kind: RecoveryKind.UnplannedFailover, State: RecoveryState.Declared }
            ? [moves.Shown(drEvent, moves.Words["event.approve_first"], pressed)]
        : moves.Do(drEvent, services.Recovery.Announce(drEvent, turn.Who, turn.At), _ => moves.Words["event.announced"], null, pressed);

    private TurnResult GoAlone(RecoveryEvent drEvent, string? reason, bool pressed) => reason is null
        ? [moves.Shown(drEvent, moves.Words["event.why_alone"], pressed)]
        : moves.Do(drEvent, services.Recovery.GoAlone(drEvent, turn.Who, reason, turn.At, turn.Events.Open), Moved, reason, pressed);

    private string Moved(RecoveryEvent after) =>
        moves.Words.Say("event.moved", ("key", after.Key), ("state", moves.Words[$"recovery.state.{after.State}"]));

    private string? Fault(string? text) =>
        text is null ? null
        : text.Length > EventCard.LongestText ? moves.Words.Say("event.too_long", ("most", $"{EventCard.LongestText}"))
        : SecretScan.In(text) is [var secret, ..] ? moves.Words[$"problem.secret.{secret.Kind}"]
        : null;
}
