using ChatOpsBot.Dialogs.Words;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Wall.Page;

/// <summary>For whoever may not look: how to get in.</summary>
public sealed partial class ClosedPage
{
    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    /// <summary>An invitation was given, and is good no longer.</summary>
    [Parameter]
    public bool IsTooLate { get; set; }
}
