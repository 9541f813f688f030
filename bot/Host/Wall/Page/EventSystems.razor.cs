using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Wall.Page;

/// <summary>The systems of an event, each with its DR side.</summary>
public sealed partial class EventSystems
{
    [Parameter, EditorRequired]
    public required RecoveryEvent Event { get; set; }

    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }
}
