using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Wall.Page;

/// <summary>A step on the way of an event.</summary>
public sealed partial class ProgressLine
{
    [Parameter, EditorRequired]
    public required ProgressStep Step { get; set; }

    [Parameter, EditorRequired]
    public required WallTimes Times { get; set; }

    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    private DateTimeOffset? ReachedAt => Step.Mark is ProgressMark.Ahead ? null : Step.At;

    private (string Sign, string Style) Shape => Step.Mark switch
    {
        ProgressMark.Now => ("▶", "at"),
        ProgressMark.Done => ("✔", "done"),
        ProgressMark.Ended => ("✖", "at"),
        _ => ("○", "ahead"),
    };
}
