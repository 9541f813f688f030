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
public sealed class EventCard(RecoveryPolicy policy)
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
        if (viewer is null || !policy.MayReadAll(viewer, drEvent))
            drEvent = drEvent.ForEverybody();
        var roles = viewer is null ? AllRoles : policy.RolesOf(viewer, drEvent);
        return CardPages.Fit(length => new Card
        {
            Summary = AnnouncementCard.SummaryOf(drEvent, words),
            Language = words.Language,
            Body =
            [
                AnnouncementCard.Head(drEvent, words),
                .. said is null ? Array.Empty<Element>() : [new RichText(new TextRun(said) { Weight = TextWeight.Bolder })],
                .. Status(drEvent, viewer, roles, reach, now, words),
                .. drEvent.State is RecoveryState.Declared
                    ? AnnouncementCard.Declaration(drEvent, length, words)
                    : AnnouncementCard.Rest(drEvent, length, words),
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

    private IEnumerable<Element> Status(
        RecoveryEvent drEvent, Person? viewer, IReadOnlySet<RecoveryRole> roles, Reach reach, DateTimeOffset now, Phrases words)
    {
        var times = new EventTimes(drEvent.Zone, drEvent.DeclaredAt, words);
        if (drEvent.State is RecoveryState.Declared)
            yield return new RichText(new TextRun(Waits(drEvent, viewer, roles, words)) { Weight = TextWeight.Bolder });
        if (drEvent.State is RecoveryState.Declared && LeadsOwn(drEvent, viewer))
            yield return CardLayout.Line(
                now < AloneFrom(drEvent)
                    ? words.Say("event.waits.alone", ("time", times.Soon(AloneFrom(drEvent))))
                    : words["event.waits.alone_now"]);
        foreach (var sentence in Hearing(drEvent, reach, times, words))
            yield return new RichText(new TextRun(sentence)) { Spacing = Spacing.Small };
        if (drEvent is { Request: null, IsOver: false } && IsDeclarer(drEvent, viewer))
            yield return CardLayout.Line(words[drEvent.IsDrill ? "event.no_ticket.drill" : "event.no_ticket"]);
    }

    // Who can approve it, and how: by the button, for those whose card has one.
    private string Waits(RecoveryEvent drEvent, Person? viewer, IReadOnlySet<RecoveryRole> roles, Phrases words)
    {
        if (policy.NobodyCanApprove(drEvent))
            return words["event.waits.nobody"];

        var isAnybody = policy.Authorities(drEvent, isLate: true).Count == 0;
        var declarer = PlainText.Line(drEvent.DeclaredBy.Name);
        if (!IsDeclarer(drEvent, viewer))
            return roles.Contains(RecoveryRole.Authority)
                ? words.Say(
                    isAnybody ? "event.waits.anybody.press" : "event.waits.listed.press",
                    ("name", declarer),
                    ("button", words["event.button.to.Approved"]))
                : words.Say("event.waits.listed.read", ("name", declarer));

        return isAnybody
            ? words.Say("event.waits.anybody", ("key", drEvent.Key))
            : words.Say("event.waits.listed", ("minutes", $"{policy.AskEvery.TotalMinutes:0}"));
    }

    private IEnumerable<string> Hearing(RecoveryEvent drEvent, Reach reach, EventTimes times, Phrases words)
    {
        var isSent = drEvent.AnnouncedAt is not null;
        var systems = AnnouncementCard.Names(drEvent.Names);
        if (drEvent.IsOver && !isSent)
            yield break;

        var waits = !isSent && drEvent is { Kind: RecoveryKind.UnplannedFailover, State: RecoveryState.Declared };
        var some = isSent ? "event.sent.some" : waits ? "event.draft.approval" : "event.draft.some";
        yield return reach.Channels == 0
            ? words.Say(isSent ? "event.sent.none" : "event.draft.none", ("systems", systems), ("first", drEvent.Systems[0].Primary))
            : words.Say(some, ("channels", Count("channels", reach.Channels, words)), ("teams", Count("teams", reach.Teams, words)));
        if (isSent)
            yield break;

        if (drEvent.Kind is not RecoveryKind.UnplannedFailover)
            yield return words.Say("event.draft.press", ("button", words["event.button.announce"]));
        else if (waits && reach.Channels > 0)
            yield return words.Say("event.draft.silence", ("time", times.Soon(drEvent.WaitsSince + policy.SilentAtMost)));
        if (drEvent.Kind is RecoveryKind.PlannedSwitch)
            yield return words["event.draft.begin"];
    }

    private static string Count(string what, int count, Phrases words) =>
        count <= 1 ? words[$"event.{what}.one"] : words.Say($"event.{what}.some", ("count", $"{count}"));

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
        var own = RecoverySteps.After(drEvent.State, drEvent.Kind)
            .Where(step => (step.By.Any(roles.Contains) || IsTakenBack(step, drEvent, viewer)) && !IsLeftToOthers(step.To, drEvent, viewer))
            .ToList();
        foreach (var step in own)
        {
            // Whoever may reject a declaration needs no second button against it.
            if (step.To is not RecoveryState.Cancelled || viewer is null || own.All(other => other.To is not RecoveryState.Rejected))
                yield return EventButtons.Step(step, drEvent, words);
        }

        if (MayGoAlone(drEvent, viewer, now))
            yield return EventButtons.Of(Verbs.GoAlone, words["event.button.alone"], drEvent);
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

    // Without a role, a declaration can be taken back by whoever made it, and nothing else.
    private static bool IsTakenBack(RecoveryStep step, RecoveryEvent drEvent, Person? viewer) =>
        step is { From: RecoveryState.Declared, To: RecoveryState.Cancelled } && IsDeclarer(drEvent, viewer);

    // Nobody decides on their own declaration; they call it off.
    private static bool IsLeftToOthers(RecoveryState to, RecoveryEvent drEvent, Person? viewer) =>
        to is RecoveryState.Approved or RecoveryState.Rejected && viewer is not null && drEvent.IsDeclaredBy(viewer.Id);

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
        && LeadsOwn(drEvent, viewer)
        && now >= AloneFrom(drEvent);

    // Whoever declared it may go ahead alone only with the role that leads events.
    private bool LeadsOwn(RecoveryEvent drEvent, Person? viewer) =>
        policy.FourEyes is FourEyes.RequiredWithTimeLimit
        && IsDeclarer(drEvent, viewer)
        && policy.RolesOf(viewer!, drEvent).Contains(RecoveryRole.Coordinator);

    private DateTimeOffset AloneFrom(RecoveryEvent drEvent) => drEvent.WaitsSince + policy.ApprovalWindow;

    private static bool IsDeclarer(RecoveryEvent drEvent, Person? viewer) =>
        viewer is { Id.Length: > 0 } && viewer.Id == drEvent.DeclaredBy.Id;
}
