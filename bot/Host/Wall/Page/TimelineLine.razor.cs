using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Wall.Page;

/// <summary>A line of the timeline. One that was corrected is struck out and stays.</summary>
public sealed partial class TimelineLine
{
    [Parameter, EditorRequired]
    public required TimelineEntry Line { get; set; }

    /// <summary>A later line corrects it.</summary>
    [Parameter]
    public bool IsWrong { get; set; }

    [Parameter, EditorRequired]
    public required WallTimes Times { get; set; }

    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    // What people say has none.
    private string? Label => Line.Kind switch
    {
        TimelineKind.Declared or TimelineKind.Step => Words[$"recovery.short.{Line.State}"],
        TimelineKind.Joined => Words["wall.joined"],
        TimelineKind.Correction => Words["recovery.news.corrects"],
        _ => null,
    };
}
