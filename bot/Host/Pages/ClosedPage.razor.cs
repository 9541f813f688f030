using ChatOpsBot.Dialogs.Words;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Pages;

/// <summary>Says why there is nothing to see, and how to go on.</summary>
public sealed partial class ClosedPage
{
    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Lines { get; set; }

    /// <summary>Where to go on; null for nowhere.</summary>
    [Parameter]
    public string? Back { get; set; }
}
