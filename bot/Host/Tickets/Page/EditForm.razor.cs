using System.Globalization;
using ChatOpsBot.Application.Desks;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Tickets;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Tickets.Page;

/// <summary>Changes a ticket: its state, a note to its requester, a note for the desk alone.</summary>
public sealed partial class EditForm
{
    [Parameter, EditorRequired]
    public required Ticket Ticket { get; set; }

    /// <summary>What the form holds.</summary>
    [Parameter, EditorRequired]
    public required TicketForm Form { get; set; }

    /// <summary>Why nothing was saved; null for nothing.</summary>
    [Parameter]
    public string? Fault { get; set; }

    /// <summary>The field it is about.</summary>
    [Parameter]
    public string? FaultField { get; set; }

    [Parameter, EditorRequired]
    public required DeskFrame Frame { get; set; }

    private static string Most => TicketForm.LongestNote.ToString(CultureInfo.InvariantCulture);

    private Phrases Words => Frame.Words;

    private IReadOnlyList<TicketState> States => [Ticket.State, .. TicketSteps.After(Ticket.State)];

    // What somebody chose stays chosen where it can still be.
    private TicketState Chosen => Form.State is { } state && States.Contains(state) ? state : Ticket.State;

    private string Option(TicketState state) =>
        state == Ticket.State ? Words.Say("desk.unchanged", ("state", Frame.StateOf(state))) : Frame.StateOf(state);

    // A ticket that is gone keeps its state, which nobody can choose.
    private static string WordOf(TicketState state) => state is TicketState.Gone ? "" : TicketStateWords.Of(state);

    private string? Invalid(string field) => FaultField == field ? "true" : null;

    private string? About(string field) => (field == TicketForm.StateField, FaultField == field) switch
    {
        (true, false) => null,
        (true, true) => "fault",
        (false, false) => $"about-{field}",
        _ => $"about-{field} fault",
    };
}
