using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>
/// A DR event for those who have a part in it: the announcement as channels read it, who hears of it, and the buttons to move it. As long
/// as it is not announced it is the preview.
/// </summary>
public sealed class EventCard(RecoveryPolicy policy, RecoveryDuties duties)
{
    /// <summary>How much of what people write a card can hold.</summary>
    internal const int LongestText = 1_000;

    private static readonly HashSet<RecoveryRole> AllRoles = [.. Enum.GetValues<RecoveryRole>()];

    /// <param name="viewer">Whose buttons it has; null where everybody reads along, and may do different things.</param>
    /// <param name="now">When it is drawn.</param>
    /// <param name="said">What was just said about it; null for nothing.</param>
    /// <param name="typed">What stays in the line to type in.</param>
    public Card Draw(
        RecoveryEvent drEvent, Person? viewer, Reach reach, DateTimeOffset now, Phrases words, string? said, string? typed = null)
    {
        var roles = viewer is null ? AllRoles : policy.RolesOf(viewer, drEvent);
        return CardPages.Fit(length => new Card
        {
            Summary = AnnouncementCard.SummaryOf(drEvent, words),
            Language = words.Language,
            Body =
            [
                AnnouncementCard.Head(drEvent, words),
                .. said is null ? Array.Empty<Element>() : [new RichText(new TextRun(said) { Weight = TextWeight.Bolder })],
                .. Status(drEvent, viewer, reach, now, words),
                .. AnnouncementCard.Rest(drEvent, duties.Next(drEvent, words.Language), length, words),
                .. OwnRoles(drEvent, viewer, roles, words),
                .. roles.Count == 0 ? Array.Empty<Element>() : [Line(typed, words)],
            ],
            Actions = [.. Buttons(drEvent, viewer, roles, now, words)],
        });
    }

    /// <summary>The card that takes the place of one that went on below in the same conversation.</summary>
    public static Card DrawMoved(RecoveryEvent drEvent, Phrases words)
    {
        var moved = words.Say("forms.moved", ("key", drEvent.Key));
        return new()
        {
            Summary = moved,
            Language = words.Language,
            Body =
            [
                new TextBlock(drEvent.Key)
                {
                    Size = TextSize.Medium,
                    Weight = TextWeight.Bolder,
                    IsHeading = true,
                },
                new TextBlock(moved) { IsSubtle = true },
            ],
        };
    }

    private IEnumerable<Element> Status(RecoveryEvent drEvent, Person? viewer, Reach reach, DateTimeOffset now, Phrases words)
    {
        var times = new EventTimes(drEvent.Zone, drEvent.DeclaredAt, words);
        if (drEvent.State is RecoveryState.Declared)
            yield return new RichText(new TextRun(Waits(drEvent, words)) { Weight = TextWeight.Bolder });
        if (drEvent.State is RecoveryState.Declared && policy.FourEyes is FourEyes.RequiredWithTimeLimit && IsDeclarer(drEvent, viewer))
            yield return CardLayout.Line(
                now < AloneFrom(drEvent)
                    ? words.Say("event.waits.alone", ("time", times.Soon(AloneFrom(drEvent))))
                    : words["event.waits.alone_now"]);
        foreach (var sentence in Hearing(drEvent, reach, times, words))
            yield return new RichText(new TextRun(sentence)) { Spacing = Spacing.Small };
        if (drEvent is { Request: null, IsOver: false } && IsDeclarer(drEvent, viewer))
            yield return CardLayout.Line(words[drEvent.IsDrill ? "event.no_ticket.drill" : "event.no_ticket"]);
    }

    private string Waits(RecoveryEvent drEvent, Phrases words) =>
        policy.NobodyCanApprove(drEvent) ? words["event.waits.nobody"]
        : policy.Authorities(drEvent, isLate: true).Count == 0
            ? words.Say("event.waits.anybody", ("name", PlainText.Line(drEvent.DeclaredBy.Name)), ("key", $"approve {drEvent.Key}"))
        : words.Say("event.waits", ("minutes", $"{policy.AskEvery.TotalMinutes:0}"));

    private IEnumerable<string> Hearing(RecoveryEvent drEvent, Reach reach, EventTimes times, Phrases words)
    {
        var isSent = drEvent.AnnouncedAt is not null;
        var systems = AnnouncementCard.Names(drEvent.Names);
        if (drEvent.IsOver && !isSent)
            yield break;

        yield return reach switch
        {
            { Channels: 0 } => words.Say(
                isSent ? "event.sent.none" : "event.draft.none", ("systems", systems), ("first", drEvent.Systems[0].Primary)),
            _ => words.Say(
                isSent ? "event.sent.some" : "event.draft.some",
                (
                    "channels",
                    reach.Channels == 1 ? words["event.channels.one"] : words.Say("event.channels.some", ("count", $"{reach.Channels}"))),
                ("teams", reach.Teams <= 1 ? words["event.teams.one"] : words.Say("event.teams.some", ("count", $"{reach.Teams}")))),
        };
        if (isSent)
            yield break;

        if (drEvent.Kind is not RecoveryKind.UnplannedFailover)
            yield return words.Say("event.draft.press", ("button", words["event.button.announce"]));
        else if (drEvent.State is RecoveryState.Declared)
            yield return $"{words["event.draft.approval"]} {words.Say("event.draft.silence", ("time", times.Soon(drEvent.WaitsSince + policy.SilentAtMost)))}";
        if (drEvent.Kind is RecoveryKind.PlannedSwitch)
            yield return words["event.draft.begin"];
    }

    private static IEnumerable<Element> OwnRoles(RecoveryEvent drEvent, Person? viewer, IReadOnlySet<RecoveryRole> roles, Phrases words)
    {
        if (viewer is not null && roles.Count > 0 && !drEvent.IsOver)
            yield return CardLayout.Line(
                words.Say("event.roles", ("roles", string.Join(", ", roles.Order().Select(role => words[$"event.role.{role}"])))));
    }

    private static TextInput Line(string? typed, Phrases words) => new(EventButtons.Text, words["event.text.label"])
    {
        MaxLength = LongestText,
        IsMultiline = true,
        Placeholder = words["event.text.help"],
        Value = typed,
    };

    private IEnumerable<CardAction> Buttons(
        RecoveryEvent drEvent, Person? viewer, IReadOnlySet<RecoveryRole> roles, DateTimeOffset now, Phrases words)
    {
        foreach (var step in RecoverySteps.After(drEvent.State, drEvent.Kind).Where(step => step.By.Any(roles.Contains)))
        {
            // Nobody decides on their own declaration; they call it off.
            if (step.To is not (RecoveryState.Approved or RecoveryState.Rejected) || viewer is null || !drEvent.IsDeclaredBy(viewer.Id))
                yield return EventButtons.Step(step.To, drEvent, words);
        }

        if (MayGoAlone(drEvent, viewer, now))
            yield return EventButtons.Of(Verbs.GoAlone, words["event.button.alone"], drEvent, ActionStyle.Destructive);
        if (
            drEvent is { AnnouncedAt: null, IsOver: false }
            && drEvent.Kind is not RecoveryKind.UnplannedFailover
            && roles.Contains(RecoveryRole.Coordinator))
            yield return EventButtons.Of(Verbs.AnnounceEvent, words["event.button.announce"], drEvent, ActionStyle.Positive);
        if (roles.Count > 0)
            yield return EventButtons.Of(Verbs.SayOfEvent, words["event.button.update"], drEvent);
        if (drEvent.AnnouncedAt is not null)
            yield return EventButtons.Of(Verbs.ShowDeliveries, words["event.button.deliveries"], drEvent);
        if (drEvent is { Request: null, IsOver: false } && IsDeclarer(drEvent, viewer))
            yield return EventButtons.Of(Verbs.RequestForEvent, words["event.button.request"], drEvent);
        else if (roles.Count > 0 && SaidLast(drEvent) is not null)
            yield return EventButtons.Of(Verbs.CorrectEvent, words["event.button.correct"], drEvent);
    }

    /// <summary>The line that a correction is about; null where nothing was said yet.</summary>
    internal static int? SaidLast(RecoveryEvent drEvent)
    {
        for (var at = drEvent.Timeline.Count - 1; at >= 0; at--)
        {
            if (!string.IsNullOrWhiteSpace(drEvent.Timeline[at].Text))
                return at;
        }

        return null;
    }

    private bool MayGoAlone(RecoveryEvent drEvent, Person? viewer, DateTimeOffset now) =>
        drEvent.State is RecoveryState.Declared
        && policy.FourEyes is FourEyes.RequiredWithTimeLimit
        && IsDeclarer(drEvent, viewer)
        && now >= AloneFrom(drEvent);

    private DateTimeOffset AloneFrom(RecoveryEvent drEvent) => drEvent.WaitsSince + policy.ApprovalWindow;

    private static bool IsDeclarer(RecoveryEvent drEvent, Person? viewer) =>
        viewer is { Id.Length: > 0 } && viewer.Id == drEvent.DeclaredBy.Id;
}
