using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>How far a DR event is, drawn so that one looks rather than reads: what is done, where it is, what is to come.</summary>
internal static class EventProgress
{
    public static IEnumerable<Element> Draw(RecoveryEvent drEvent, EventTimes times, Phrases words)
    {
        var way = RecoveryProgress.Of(drEvent).ToList();
        var ahead = way.Where(step => step.Mark is ProgressMark.Ahead).Select(step => words[$"recovery.short.{step.State}"]).ToList();
        return
        [
            .. way.Where(step => step.Mark is not ProgressMark.Ahead)
                .Select(step => Line(step, times.Short(step.At ?? drEvent.DeclaredAt), words[$"recovery.short.{step.State}"], words)),
            .. ahead.Take(1).Select(Ahead),
            // What comes after the next step is one line, so that a phone shows it all.
            .. ahead.Count > 1
                ? [Ahead(words.Say("recovery.progress.later", ("states", string.Join(" · ", ahead.Skip(1)))))]
                : Array.Empty<Element>(),
        ];
    }

    private static TextBlock Ahead(string what) => new("○ " + what) { IsSubtle = true, Spacing = Spacing.Small };

    private static TextBlock Line(ProgressStep step, string time, string name, Phrases words) =>
        step.Mark switch
        {
            ProgressMark.Now when step.State is RecoveryState.Closed => new($"✔ {name}, {time}")
            {
                Weight = TextWeight.Bolder,
                Spacing = Spacing.Small,
            },
            ProgressMark.Now => new("▶ " + words.Say("recovery.progress.since", ("state", name), ("time", time)))
            {
                Weight = TextWeight.Bolder,
                Spacing = Spacing.Small,
            },
            ProgressMark.Ended => new($"✖ {name}, {time}") { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
            _ => new($"✔ {name}, {time}") { Spacing = Spacing.Small },
        };
}
