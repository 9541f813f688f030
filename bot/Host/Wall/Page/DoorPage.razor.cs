using ChatOpsBot.Dialogs.Words;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Wall.Page;

/// <summary>Asks for the press that takes an invitation: programs that look at links for their preview do not press.</summary>
public sealed partial class DoorPage
{
    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    [Parameter, EditorRequired]
    public required string Invitation { get; set; }
}
