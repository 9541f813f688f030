using ChatOpsBot.Dialogs.Words;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Home;

/// <summary>What whoever opens the bot's own address sees: that it runs, and where to go from here.</summary>
public sealed partial class HomePage
{
    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    /// <summary>The Playgrounds that run, by the name of who chats there.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<(string Name, string Page)> Chats { get; set; }

    /// <summary>Local mode, which Teams does not reach.</summary>
    [Parameter]
    public bool IsLocal { get; set; }

    /// <summary>Requests become tickets of the local desk, which has a page.</summary>
    [Parameter]
    public bool HasDesk { get; set; }

    /// <summary>Who a further Playground is proposed for; null where none can be opened.</summary>
    [Parameter]
    public string? Proposed { get; set; }

    /// <summary>Why the Playground that was just asked for is not there.</summary>
    [Parameter]
    public string? Fault { get; set; }

    private string AskName => HomeSetup.AskName(Words);
}
