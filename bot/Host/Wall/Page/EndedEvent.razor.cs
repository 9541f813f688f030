using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace ChatOpsBot.Host.Wall.Page;

/// <summary>A line about an event that is over.</summary>
public sealed partial class EndedEvent
{
    [Parameter, EditorRequired]
    public required RecoveryEvent Event { get; set; }

    [Parameter, EditorRequired]
    public required DateTimeZone Zone { get; set; }

    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    private DateTimeOffset End => WallReader.EndOf(Event);

    private WallTimes Times => new(Zone, Event.DeclaredAt, Words);
}
