using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>How far a DR event is, in one line: what is done, where it is, and the step to come.</summary>
internal static class EventProgress
{
    public static RichText Draw(RecoveryEvent drEvent, EventTimes times, Phrases words)
    {
        var shown = RecoveryProgress.AtAGlance(drEvent)
            .Select(step => Run(step, times.Short(step.At ?? drEvent.DeclaredAt), words[$"recovery.short.{step.State}"], words));
        var between = new TextRun("  ·  ") { IsSubtle = true };
        return new(shown.SelectMany(run => new[] { between, run }).Skip(1).ToList()) { Spacing = Spacing.Medium };
    }

    private static TextRun Run(ProgressStep step, string time, string name, Phrases words) =>
        step.Mark switch
        {
            ProgressMark.Now when step.State is RecoveryState.Closed => new($"✔ {name} {time}") { Weight = TextWeight.Bolder },
            ProgressMark.Now => new("▶ " + words.Say("recovery.progress.since", ("state", name), ("time", time)))
            {
                Weight = TextWeight.Bolder,
            },
            ProgressMark.Ended => new($"✖ {name} {time}") { Weight = TextWeight.Bolder },
            ProgressMark.Ahead => new($"○ {name}") { IsSubtle = true },
            _ => new($"✔ {name} {time}"),
        };
}
