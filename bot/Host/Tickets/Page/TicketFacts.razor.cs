using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Storage.Tickets;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Tickets.Page;

/// <summary>What a ticket is, at a glance.</summary>
public sealed partial class TicketFacts
{
    [Parameter, EditorRequired]
    public required TicketView View { get; set; }

    [Parameter, EditorRequired]
    public required DeskFrame Frame { get; set; }

    private Phrases Words => Frame.Words;

    private Ticket Ticket => View.Ticket;

    private string Request => View.Request is { } request ? Words[$"status.{request.State}"] : Words["desk.request_gone"];
}
