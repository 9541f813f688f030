using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Recovery.Saying;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>Does with an event what was said or pressed.</summary>
internal sealed class EventDoing(RequestKit kit, EventMoves moves, Turn turn)
{
    public IReadOnlyList<Effect> Do(SaidAboutEvents said, RecoveryEvent happening, bool pressed)
    {
        if (Fault(said.Text) is { } fault)
            return [moves.Shown(happening, fault, pressed, SecretScan.In(said.Text!) is [] ? said.Text : null)];

        return said.Command switch
        {
            EventCommand.Step => Step(happening, said.To!.Value, said.Text, pressed),
            EventCommand.Say => Say(happening, said.Text, pressed),
            EventCommand.Correct => Correct(happening, said.Text, pressed),
            EventCommand.Announce => Announce(happening, pressed),
            EventCommand.GoAlone => GoAlone(happening, said.Text, pressed),
            EventCommand.Deliveries => [new Effect.Show(DeliveriesCard.Draw(happening, turn.Events.Deliveries ?? new(0, 0, 0, 0, 0, []), moves.Words))],
            EventCommand.Approve when happening.State is RecoveryState.Declared =>
                [moves.Shown(happening, moves.Words[happening.DeclaredBy.Id == turn.Who.Id ? "event.own" : "event.approve_here"], pressed)],
            EventCommand.Hint => [moves.Shown(happening, moves.Words.Say("event.hint", ("key", happening.Key)), pressed)],
            _ => [moves.Shown(happening, null, pressed)],
        };
    }

    private IReadOnlyList<Effect> Step(RecoveryEvent happening, RecoveryState to, string? text, bool pressed)
    {
        // The last thing that channels read says how it ended (good practice of incident communication: any data loss is stated at the end).
        if (to is RecoveryState.Closed && text is null && !happening.IsDrill && RecoverySteps.After(happening.State, happening.Kind).Any(step => step.To == to))
            return [moves.Shown(happening, moves.Words.Say("event.why_closed", ("key", happening.Key)), pressed)];

        var name = PlainText.Line(turn.Who.Name);
        var news = to switch
        {
            RecoveryState.Approved => Problem.Of("event.news.approved", ("name", name), ("key", happening.Key)),
            RecoveryState.Rejected when text is null => Problem.Of("event.news.rejected", ("name", name), ("key", happening.Key)),
            RecoveryState.Rejected => Problem.Of("event.news.rejected_because", ("name", name), ("key", happening.Key), ("reason", PlainText.Line(PlainText.Clip(text, 200)))),
            _ => null,
        };
        return moves.Do(happening, kit.Recovery.Step(happening, to, turn.Who, text, turn.At), Moved, text, pressed, news);
    }

    private IReadOnlyList<Effect> Say(RecoveryEvent happening, string? text, bool pressed) => text is null
        ? [moves.Shown(happening, moves.Words["event.what_new"], pressed)]
        : moves.Do(
            happening,
            kit.Recovery.Say(happening, text, turn.Who, turn.At),
            after => moves.Words[after.AnnouncedAt is null ? "event.said.draft" : "event.said"],
            text,
            pressed);

    private IReadOnlyList<Effect> Correct(RecoveryEvent happening, string? text, bool pressed) =>
        EventCard.SaidLast(happening) is not { } line ? [moves.Shown(happening, moves.Words["event.nothing_to_correct"], pressed, text)]
        : text is null ? [moves.Shown(happening, moves.Words["event.what_wrong"], pressed)]
        : moves.Do(happening, kit.Recovery.Correct(happening, line, text, turn.Who, turn.At), _ => moves.Words["event.corrected"], text, pressed);

    private IReadOnlyList<Effect> Announce(RecoveryEvent happening, bool pressed) =>
        happening.AnnouncedAt is not null ? [moves.Shown(happening, moves.Words["event.announced_before"], pressed)]
        : happening is { Kind: RecoveryKind.UnplannedFailover, State: RecoveryState.Declared } ? [moves.Shown(happening, moves.Words["event.draft.approval"], pressed)]
        : moves.Do(happening, kit.Recovery.Announce(happening, turn.Who, turn.At), _ => moves.Words["event.announced"], null, pressed);

    private IReadOnlyList<Effect> GoAlone(RecoveryEvent happening, string? reason, bool pressed) => reason is null
        ? [moves.Shown(happening, moves.Words["event.why_alone"], pressed)]
        : moves.Do(happening, kit.Recovery.GoAlone(happening, turn.Who, reason, turn.At), Moved, reason, pressed);

    private string Moved(RecoveryEvent after) => moves.Words.Say("event.moved", ("key", after.Key), ("state", moves.Words[$"recovery.state.{after.State}"]));

    private string? Fault(string? text) =>
        text is null ? null
        : text.Length > EventCard.LongestText ? moves.Words.Say("event.too_long", ("most", $"{EventCard.LongestText}"))
        : SecretScan.In(text) is [var secret, ..] ? moves.Words[$"secret.{secret.Kind}"]
        : null;
}
