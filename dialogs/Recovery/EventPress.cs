using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>A button of a DR event's card. What the event is and who may move it is what was saved, never what the card says.</summary>
internal sealed class EventPress(RequestServices services, EventCommands moves, Turn turn)
{
    private static readonly Dictionary<string, EventAction> Actions = new()
    {
        [Verbs.ShowEvent] = EventAction.Show,
        [Verbs.StepEvent] = EventAction.Step,
        [Verbs.SayOfEvent] = EventAction.Say,
        [Verbs.CorrectEvent] = EventAction.Correct,
        [Verbs.AnnounceEvent] = EventAction.Announce,
        [Verbs.GoAlone] = EventAction.GoAlone,
        [Verbs.ShowDeliveries] = EventAction.Deliveries,
    };

    public static bool IsOne(string verb) => Actions.ContainsKey(verb);

    public TurnResult Answer(TurnInput.ButtonPress press)
    {
        if (turn.Events.Named is not [var drEvent, ..])
            return [new Reply.Notice(moves.Words["event.gone"])];

        var action = Actions[press.Verb];
        var text = press.Data.GetValueOrDefault(EventButtons.Text)?.Trim() is { Length: > 0 } typed ? typed : null;
        // News can be said of whatever it has come to; a step is taken from what one sees.
        if (
            EventButtons.IsOld(press, drEvent)
            && action is EventAction.Step or EventAction.GoAlone or EventAction.Announce or EventAction.Correct)
            return [moves.Shown(drEvent, moves.Words["event.changed"], pressed: true, text)];

        RecoveryState? to =
            Enum.TryParse<RecoveryState>(press.Data.GetValueOrDefault(EventButtons.To), out var state) && Enum.IsDefined(state)
                ? state
                : null;
        return action is EventAction.Step && to is null
            ? [moves.Shown(drEvent, null, pressed: true, text)]
            : new EventDoing(services, moves, turn).Do(
                new Command.OnEvent(action, drEvent.Number) { Text = text, To = to }, drEvent, pressed: true);
    }
}
