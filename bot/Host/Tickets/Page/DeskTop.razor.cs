using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Tickets.Page;

/// <summary>What stands above every page of the desk: where one is, and as whom.</summary>
public sealed partial class DeskTop
{
    [Parameter, EditorRequired]
    public required DeskFrame Frame { get; set; }

    /// <summary>It stands above the list, which is where the title leads from elsewhere.</summary>
    [Parameter]
    public bool IsList { get; set; }
}
