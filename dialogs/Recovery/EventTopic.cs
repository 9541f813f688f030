using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>DR events, said or pressed: declare, show, move, tell, correct, and who got what.</summary>
internal sealed class EventTopic(RequestServices services) : ITopic
{
    public TurnResult? Answer(Turn turn) =>
        turn.What switch
        {
            TurnInput.ButtonPress { Verb: Verbs.ShowEvents } =>
            [
                new Reply.Show(EventsCard.Draw(turn.Events.Open, services.Words.In(turn.Language))),
            ],
            TurnInput.ButtonPress { Verb: Verbs.DeclareEvent } press =>
                new Declaring(services, new(services, turn), services.Context(turn)).Pressed(press),
            TurnInput.ButtonPress press when EventPress.IsOne(press.Verb) => new EventPress(services, new(services, turn), turn).Answer(
                press),
            TurnInput.Message when turn.Command is Command.OnEvent command => Said(command, turn),
            _ => null,
        };

    private TurnResult? Said(Command.OnEvent said, Turn turn)
    {
        // What is typed while a form is open belongs to the form: "update: ..." names no event, and "see DR-1" may be an answer.
        var isVague = said is { Action: EventAction.Say or EventAction.Step, Number: null }
            or { Action: EventAction.Mention or EventAction.Deny or EventAction.Next };
        if (isVague && DraftInHand.Of(turn) is not null)
            return null;

        var moves = new EventCommands(services, turn);
        switch (said.Action)
        {
            case EventAction.List:
                return [new Reply.Show(EventsCard.Draw(turn.Events.Open, moves.Words))];
            case EventAction.Page:
                return turn.Where.Kind is not PlaceKind.Personal
                    ? [new Reply.Say(moves.Words["event.page.personal"])]
                    :
                    [
                        new Reply.Say(
                            turn.Events.Page is { } page
                                ? moves.Words.Say("event.page", ("link", page.ToString()))
                                : moves.Words["event.page.none"]),
                    ];
            case EventAction.Deny:
                return [new Reply.Say(moves.Words["event.denied"])];
            case EventAction.Declare:
                return new Declaring(services, moves, services.Context(turn)).Said(said.Declared!);
        }

        return Meant(said, turn) switch
        {
            { } drEvent => new EventDoing(services, moves, turn).Do(said, drEvent, pressed: false),
            null when said.Action is EventAction.Mention or EventAction.Next => null,
            null when said.Number is { } number => [new Reply.Say(moves.Words.Say("event.unknown", ("key", RecoveryKey.Of(number))))],
            // What is a step in the thread of an event is none elsewhere.
            null when said.Action is EventAction.Step => null,
            // "update: ..." where there is no event is about something else.
            null when said.Action is not EventAction.Deliveries && turn.Events.Open.Count == 0 => null,
            null when turn.Events.Open.Count == 0 => [new Reply.Say(moves.Words["event.none_open"])],
            null =>
            [
                new Reply.Say(
                    moves.Words.Say("event.which", ("keys", string.Join(", ", turn.Events.Open.Take(10).Select(open => open.Key))))),
            ],
        };
    }

    private static RecoveryEvent? Meant(Command.OnEvent said, Turn turn) => said.Number is { } number
        ? turn.Events.Named.FirstOrDefault(drEvent => drEvent.Number == number)
        : turn.Events.Open.Where(drEvent => turn.Events.ShownHere.Contains(drEvent.Id)).ToList() is [var here] ? here
        : said.Action is not (EventAction.Step or EventAction.Next) && turn.Events.Open is [var only] ? only
        : null;
}
