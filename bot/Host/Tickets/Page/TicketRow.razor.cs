using ChatOpsBot.Storage.Tickets;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Tickets.Page;

/// <summary>A ticket in the list.</summary>
public sealed partial class TicketRow
{
    [Parameter, EditorRequired]
    public required ListedTicket Line { get; set; }

    [Parameter, EditorRequired]
    public required DeskFrame Frame { get; set; }

    private Ticket Ticket => Line.Ticket;

    private string Style => DeskFrame.IsUrgent(Ticket) ? "urgent" : Frame.IsOverdue(Ticket) ? "late" : "";

    // Where there is no room for columns, each value says what it is.
    private string Label(string column) => Frame.Words[$"desk.column.{column}"];
}
