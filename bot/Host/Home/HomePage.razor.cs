using ChatOpsBot.Dialogs.Words;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Home;

/// <summary>What whoever opens the bot's own address sees: that it runs, and where to go from here.</summary>
public sealed partial class HomePage
{
    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    /// <summary>Where the Playground is; null while there is none.</summary>
    [Parameter]
    public string? Chat { get; set; }

    /// <summary>Local mode, which Teams does not reach.</summary>
    [Parameter]
    public bool IsLocal { get; set; }
}
