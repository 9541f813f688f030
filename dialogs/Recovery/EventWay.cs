using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>How far a DR event is, drawn so that one looks rather than reads: what is done, where it is, what is to come.</summary>
internal static class EventWay
{
    private static readonly RecoveryState[] Way =
    [
        RecoveryState.Declared, RecoveryState.Approved, RecoveryState.FailoverRunning, RecoveryState.DrSideActive, RecoveryState.ApplicationValidated,
        RecoveryState.Stable, RecoveryState.FailbackPlanned, RecoveryState.FailbackRunning, RecoveryState.Closed,
    ];

    public static IEnumerable<Element> Draw(RecoveryEvent happening, EventTimes times, Phrases words)
    {
        var now = Array.IndexOf(Way, happening.State);
        foreach (var state in Way)
        {
            var at = Reached(state, happening);
            // What was skipped, or given up on the way back, is not part of this event.
            if (at is null && (happening.IsOver || Array.IndexOf(Way, state) < now))
                continue;
            yield return Line(state, at, happening, times, words);
        }

        if (now < 0)
            yield return new TextBlock($"✖ {Name(happening.State, words)}, {Short(happening.State, happening, times)}") { Weight = TextWeight.Bolder, Spacing = Spacing.Small };
    }

    private static TextBlock Line(RecoveryState state, DateTimeOffset? at, RecoveryEvent happening, EventTimes times, Phrases words) => state == happening.State
        ? new("▶ " + words.Say("recovery.way.since", ("state", Name(state, words)), ("time", Short(state, happening, times)))) { Weight = TextWeight.Bolder, Spacing = Spacing.Small }
        : at is not null && Array.IndexOf(Way, state) < Place(happening)
            ? new($"✔ {Name(state, words)}, {times.Short(at.Value)}") { Spacing = Spacing.Small }
            : new("○ " + Name(state, words)) { IsSubtle = true, Spacing = Spacing.Small };

    // A failover that begins anew has its later steps before it again.
    private static int Place(RecoveryEvent happening) => Array.IndexOf(Way, happening.State) is var place and >= 0 ? place : Way.Length;

    private static DateTimeOffset? Reached(RecoveryState state, RecoveryEvent happening) => happening.Timeline
        .Where(line => line.State == state && line.Kind is (TimelineKind.Declared or TimelineKind.Step))
        .Select(line => (DateTimeOffset?)line.At)
        .LastOrDefault();

    private static string Name(RecoveryState state, Phrases words) => words[$"recovery.short.{state}"];

    private static string Short(RecoveryState state, RecoveryEvent happening, EventTimes times) => times.Short(Reached(state, happening) ?? happening.DeclaredAt);
}
