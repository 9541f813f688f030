using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>How far a DR event is, drawn so that one looks rather than reads: what is done, where it is, what is to come.</summary>
internal static class EventWay
{
    public static IEnumerable<Element> Draw(RecoveryEvent happening, EventTimes times, Phrases words) =>
        RecoveryWay.Of(happening).Select(step => Line(step, times.Short(step.At ?? happening.DeclaredAt), words[$"recovery.short.{step.State}"], words));

    private static TextBlock Line(WayStep step, string time, string name, Phrases words) => step.Mark switch
    {
        WayMark.Now => new("▶ " + words.Say("recovery.way.since", ("state", name), ("time", time))) { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
        WayMark.Ended => new($"✖ {name}, {time}") { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
        WayMark.Done => new($"✔ {name}, {time}") { Spacing = Spacing.Small },
        _ => new("○ " + name) { IsSubtle = true, Spacing = Spacing.Small },
    };
}
