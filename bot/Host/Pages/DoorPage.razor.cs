using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Storage.Recovery;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Pages;

/// <summary>Asks for the press that takes an invitation: programs that look at links for their preview do not press.</summary>
public sealed partial class DoorPage
{
    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    /// <summary>What the invitation opens.</summary>
    [Parameter, EditorRequired]
    public required ViewerPage Page { get; set; }

    [Parameter, EditorRequired]
    public required string Invitation { get; set; }

    private string Key => DoorWords.KeyOf(Page);

    private string Title => Words[$"{Key}.title"];
}
