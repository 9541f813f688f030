using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>What a turn does to a DR event, as the effects that keep it, carry it out and show it.</summary>
internal sealed class EventCommands(RequestServices services, Turn turn)
{
    public Phrases Words { get; } = services.Words.In(turn.Language);

    // Declarations without a role that wait for their approval: of one person, and of all.
    private const int MostOfOne = 3;
    private const int MostOfAll = 30;

    // Lines of one person without a role in what is open: whoever has said it so often was heard.
    private const int MostLines = 6;

    // Declared and taken back again and again, each asks the approvers once more.
    private const int MostEnded = 5;

    public TurnResult Declare(RecoveryKind kind, IReadOnlyList<RecoveryPair> systems, string? reason, bool pressed)
    {
        var isFree = services.Recovery.Policy.HoldsRole(turn.Who);
        if (!isFree && turn.Events.EndedLately >= MostEnded)
            return [new Reply.Say(Words.Say("event.too_often", ("count", $"{turn.Events.EndedLately}")))];
        if (!isFree && WaitTooMany())
            return [new Reply.Say(Words["event.too_many"]), new Reply.Show(EventsCard.Draw(turn.Events.Open, Words))];

        var change = services.Recovery.Declare(
            new()
            {
                Kind = kind,
                Systems = systems,
                By = turn.Who,
                Tenant = turn.Events.Tenant,
                Reason = reason,
                Language = turn.Language,
                Zone = turn.Zone.Id,
            },
            turn.Events.Open,
            turn.Events.NextNumber,
            turn.At);
        return change switch
        {
            RecoveryChange.Done done => [.. SaveAll(done), Shown(done.Event, Opened(done), pressed)],
            RecoveryChange.RealIsOpen real =>
            [
                Shown(real.Event, Words.Say("event.real_open", ("key", real.Event.Key), ("systems", Systems(real.Event))), pressed),
            ],
            _ => throw new InvalidOperationException($"A declaration does not end as {change.GetType().Name}."),
        };
    }

    private bool WaitTooMany()
    {
        var waiting = turn.Events.Open
            .Where(open => open is { State: RecoveryState.Declared, Timeline: [{ NeedsApproval: true }, ..] })
            .ToList();
        var lines = turn.Events.Open.Sum(open => open.Timeline.Count(line => line.NeedsApproval && line.By?.Id == turn.Who.Id));
        return waiting.Count >= MostOfAll || waiting.Count(open => open.DeclaredBy.Id == turn.Who.Id) >= MostOfOne || lines >= MostLines;
    }

    /// <summary>An approved request opens its event, or joins the one that is open.</summary>
    public IEnumerable<Change> Open(Declaration declaration)
    {
        var change = services.Recovery.Declare(
            declaration with
            {
                Tenant = turn.Events.Tenant,
            },
            turn.Events.Open,
            turn.Events.NextNumber,
            turn.At);
        if (change is RecoveryChange.RealIsOpen real && declaration.Request is { } request)
            return
            [
                new Change.Enqueue(
                    new OutboxMessage.NotifyOwner(
                        request, Problem.Of("event.news.real_open", ("event", real.Event.Key), ("systems", Systems(real.Event))))),
            ];
        if (change is not RecoveryChange.Done done)
            return [];

        var isDraft = done.Event.AnnouncedAt is null;
        var words = services.Words.In(done.Event.Language);
        return
        [
            .. SaveAll(done),
            new Change.Enqueue(new OutboxMessage.NotifyDeclarer(done.Event.Id, isDraft
                ? Problem.Of("event.news.opened_draft", ("key", done.Event.Key), ("button", words["event.button.announce"]))
                : Problem.Of("event.news.opened", ("key", done.Event.Key)), WithCard: true)),
        ];
    }

    /// <param name="sentence">What is said when it went well.</param>
    /// <param name="typed">What was typed, which comes back when it did not.</param>
    /// <param name="news">What whoever declared it is told; null for nothing.</param>
    public TurnResult Do(
        RecoveryEvent drEvent,
        RecoveryChange change,
        Func<RecoveryEvent, string> sentence,
        string? typed,
        bool pressed,
        Problem? news = null) =>
        change switch
        {
            RecoveryChange.Done done =>
            [
                .. SaveAll(done, drEvent),
                .. news is not null && drEvent.DeclaredBy.Id != turn.Who.Id
                    ? [new Change.Enqueue(new OutboxMessage.NotifyDeclarer(drEvent.Id, news))]
                    : Array.Empty<Change>(),
                Told(done.Event, sentence(done.Event), pressed),
            ],
            _ => [Shown(drEvent, Why(drEvent, change), pressed, typed)],
        };

    // A channel that has a card of the event reads one line: the card is updated where it stands, and no second one pushes it away.
    private Reply Told(RecoveryEvent drEvent, string said, bool pressed) =>
        !pressed && turn.Events.ShownHere.Contains(drEvent.Id) ? new Reply.Say(said) : Shown(drEvent, said, pressed);

    /// <summary>The event as a card, in the place of the pressed one or as a new one.</summary>
    public Reply Shown(RecoveryEvent drEvent, string? said, bool pressed, string? typed = null)
    {
        var card = Draw(drEvent, said, typed);
        return pressed
            ? new Reply.Replace(card) { Subject = Subject.Event(drEvent.Id) }
            : new Reply.Show(card) { Subject = Subject.Event(drEvent.Id) };
    }

    private Card Draw(RecoveryEvent drEvent, string? said, string? typed)
    {
        var viewer = EventAudience.Read(EventAudience.Of(turn.Where, turn.Who));
        return new EventCard(services.Recovery.Policy).Draw(
            drEvent, viewer, turn.Events.ReachOf(drEvent), turn.At, Words, said, typed);
    }

    private IEnumerable<Change> SaveAll(RecoveryChange.Done done, RecoveryEvent? before = null)
    {
        before ??= done.HasJoined ? turn.Events.Open.FirstOrDefault(open => open.Id == done.Event.Id) : null;
        foreach (var drill in done.GaveWay)
        {
            yield return new Change.SaveEvent(drill);
            yield return new Change.Enqueue(new OutboxMessage.RedrawEvent(drill.Id));
        }

        yield return new Change.SaveEvent(done.Event);
        foreach (var message in RecoveryMessages.After(before, done.Event, services.Recovery.Policy))
            yield return new Change.Enqueue(message);
    }

    private string Opened(RecoveryChange.Done done)
    {
        var sentence = done.HasJoined
            ? Words.Say("event.joined", ("key", done.Event.Key), ("systems", Systems(done.Event)))
            : Words.Say("event.declared", ("key", done.Event.Key));
        return done.GaveWay.Count == 0
            ? sentence
            : $"{sentence} {Words.Say("event.gave_way", ("drill", string.Join(", ", done.GaveWay.Select(drill => drill.Key))))}";
    }

    private string Why(RecoveryEvent drEvent, RecoveryChange change) =>
        change switch
        {
            RecoveryChange.Impossible { Possible: [] } => Words.Say(
                "event.impossible.over", ("key", drEvent.Key), ("state", StateOf(drEvent))),
            RecoveryChange.Impossible no => Words.Say(
                "event.impossible",
                ("key", drEvent.Key),
                ("state", StateOf(drEvent)),
                ("steps", string.Join(", ", no.Possible.Select(step => $"{Words[$"event.button.to.{step.To}"]} ({RolesOf(step.By)})")))),
            RecoveryChange.NotYours no => NotYours(no.By, drEvent),
            RecoveryChange.OwnDeclaration => Words["event.own"],
            RecoveryChange.NotYet no => Words.Say(
                "event.not_yet", ("time", new EventTimes(drEvent.Zone, drEvent.DeclaredAt, Words).InFull(no.From))),
            RecoveryChange.NeedsSecond => Words["event.needs_second"],
            _ => throw new InvalidOperationException($"A move does not end as {change.GetType().Name}."),
        };

    // Where settings list nobody for the role, nobody could ever do it: that is worth saying.
    private string NotYours(IReadOnlyList<RecoveryRole> roles, RecoveryEvent drEvent)
    {
        var sentence = Words.Say("event.not_yours", ("roles", RolesOf(roles)));
        var names = roles.Select(role => RecoveryPolicy.RoleNames[role]).ToList();
        var isHeld = names.Any(name => services.Recovery.Policy.Roles.GetValueOrDefault(name) is { Count: > 0 })
            || (roles.Contains(RecoveryRole.Coordinator) && drEvent is { ApprovedBy: not null, DeclaredBy.Id.Length: > 0 })
            || (roles.Contains(RecoveryRole.ApplicationOwner) && drEvent is { IsBacked: true, ApplicationOwner.Id.Length: > 0 });
        return isHeld
            ? sentence
            : $"{sentence} {Words.Say("event.not_yours.listed", ("settings", string.Join(", ", names.Select(name => $"Approvals:Roles:{name}"))))}";
    }

    private string RolesOf(IEnumerable<RecoveryRole> roles) => string.Join(", ", roles.Select(role => Words[$"event.role.{role}"]));

    private string StateOf(RecoveryEvent drEvent) => Words[$"recovery.state.{drEvent.State}"];

    private static string Systems(RecoveryEvent drEvent) => AnnouncementCard.Primary(drEvent);
}
