using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Tickets.Page;

/// <summary>The state of a ticket.</summary>
public sealed partial class StateMark
{
    [Parameter, EditorRequired]
    public required TicketState State { get; set; }

    [Parameter, EditorRequired]
    public required DeskFrame Frame { get; set; }
}
