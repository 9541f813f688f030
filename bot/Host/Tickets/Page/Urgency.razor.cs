using ChatOpsBot.Storage.Tickets;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Tickets.Page;

/// <summary>How urgent a ticket is: its severity, and a word where it cannot wait.</summary>
public sealed partial class Urgency
{
    [Parameter, EditorRequired]
    public required Ticket Ticket { get; set; }

    [Parameter, EditorRequired]
    public required DeskFrame Frame { get; set; }
}
