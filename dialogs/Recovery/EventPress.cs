using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Recovery.Saying;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>A button of a DR event's card. What the event is and who may move it is what was kept, never what the card says.</summary>
internal sealed class EventPress(RequestServices services, EventCommands moves, Turn turn)
{
    private static readonly Dictionary<string, EventCommand> Commands = new()
    {
        [Verbs.ShowEvent] = EventCommand.Show,
        [Verbs.StepEvent] = EventCommand.Step,
        [Verbs.SayOfEvent] = EventCommand.Say,
        [Verbs.CorrectEvent] = EventCommand.Correct,
        [Verbs.AnnounceEvent] = EventCommand.Announce,
        [Verbs.GoAlone] = EventCommand.GoAlone,
        [Verbs.ShowDeliveries] = EventCommand.Deliveries,
    };

    public static bool IsOne(string verb) => Commands.ContainsKey(verb);

    public TurnResult Answer(TurnInput.ButtonPress press)
    {
        if (turn.Events.Named is not [var drEvent, ..])
            return [new Reply.Notice(moves.Words["event.gone"])];

        var command = Commands[press.Verb];
        var text = press.Data.GetValueOrDefault(EventButtons.Text)?.Trim() is { Length: > 0 } typed ? typed : null;
        // News can be said of whatever it has come to; a step is taken from what one sees.
        if (
            EventButtons.IsOld(press, drEvent)
            && command is EventCommand.Step or EventCommand.GoAlone or EventCommand.Announce or EventCommand.Correct)
            return [moves.Shown(drEvent, moves.Words["event.changed"], pressed: true, text)];

        RecoveryState? to =
            Enum.TryParse<RecoveryState>(press.Data.GetValueOrDefault(EventButtons.To), out var state) && Enum.IsDefined(state)
                ? state
                : null;
        return command is EventCommand.Step && to is null
            ? [moves.Shown(drEvent, null, pressed: true, text)]
            : new EventDoing(services, moves, turn).Do(new(command, drEvent.Number) { Text = text, To = to }, drEvent, pressed: true);
    }
}
