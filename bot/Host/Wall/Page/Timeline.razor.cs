using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Wall.Page;

/// <summary>What was said of an event, the newest first; how much more there is.</summary>
public sealed partial class Timeline
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<TimelineEntry> Lines { get; set; }

    [Parameter, EditorRequired]
    public required int Most { get; set; }

    [Parameter, EditorRequired]
    public required WallTimes Times { get; set; }

    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    private IEnumerable<int> Newest => Enumerable.Range(0, Lines.Count).Reverse().Take(Most);

    private HashSet<int> Corrected { get; set; } = [];

    protected override void OnParametersSet() => Corrected = [.. Lines.Select(line => line.Corrects).OfType<int>()];
}
