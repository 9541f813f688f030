using ChatOpsBot.Dialogs.Words;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace ChatOpsBot.Host.Wall.Page;

/// <summary>What is going on: a panel for each current event, the real ones first, and a line for each that is over.</summary>
public sealed partial class CurrentEvents
{
    private const int MostColumns = 3;

    [Parameter, EditorRequired]
    public required IReadOnlyList<WallEvent> Events { get; set; }

    [Parameter, EditorRequired]
    public required DateTimeZone Zone { get; set; }

    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    private List<WallEvent> Open { get; set; } = [];

    private List<WallEvent> Over { get; set; } = [];

    protected override void OnParametersSet()
    {
        Open = [.. Events.Where(it => !it.Event.IsOver).OrderBy(it => it.Event.IsDrill).ThenByDescending(it => it.Event.Number)];
        Over = [.. Events.Where(it => it.Event.IsOver).OrderByDescending(it => WallReader.EndOf(it.Event))];
    }
}
