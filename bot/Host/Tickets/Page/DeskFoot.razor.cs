using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Tickets.Page;

/// <summary>By which clock the times of the page are.</summary>
public sealed partial class DeskFoot
{
    [Parameter, EditorRequired]
    public required DeskFrame Frame { get; set; }
}
