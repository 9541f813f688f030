using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Wall.Page;

/// <summary>A step on the way of an event.</summary>
public sealed partial class WayStepLine
{
    [Parameter, EditorRequired]
    public required WayStep Step { get; set; }

    [Parameter, EditorRequired]
    public required WallTimes Times { get; set; }

    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    private DateTimeOffset? ReachedAt => Step.Mark is WayMark.Ahead ? null : Step.At;

    private (string Sign, string Style) Shape => Step.Mark switch
    {
        WayMark.Now => ("▶", "at"),
        WayMark.Done => ("✔", "done"),
        WayMark.Ended => ("✖", "at"),
        _ => ("○", "ahead"),
    };
}
