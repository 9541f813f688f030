using ChatOpsBot.Dialogs.Words;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Pages;

/// <summary>What every page has around its body.</summary>
public sealed partial class Frame
{
    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    /// <summary>Of the window.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Address of the page's own stylesheet; null for none.</summary>
    [Parameter]
    public string? Style { get; set; }

    /// <summary>The body.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }
}
