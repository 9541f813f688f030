using ChatOpsBot.Dialogs.Words;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Wall.Page;

/// <summary>What every page has around its body.</summary>
public sealed partial class Frame
{
    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    /// <summary>Of the window; null for that of the page of current events.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>The body.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }
}
