using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Storage.Tickets;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Tickets.Page;

/// <summary>A ticket in full: what was asked, what was done, and what can be done now.</summary>
public sealed partial class TicketPage
{
    /// <summary>Given by the renderer; the same as those of <see cref="Frame"/>.</summary>
    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    [Parameter, EditorRequired]
    public required TicketView View { get; set; }

    /// <summary>What the form holds.</summary>
    [Parameter, EditorRequired]
    public required TicketForm Form { get; set; }

    /// <summary>Somebody changed the ticket while the form was filled in: nothing was saved.</summary>
    [Parameter]
    public bool IsOutdated { get; set; }

    /// <summary>Why nothing was saved; null for nothing.</summary>
    [Parameter]
    public string? Fault { get; set; }

    /// <summary>The field it is about.</summary>
    [Parameter]
    public string? FaultField { get; set; }

    /// <summary>What was just saved; null for nothing.</summary>
    [Parameter]
    public TicketHistoryEntry? Saved { get; set; }

    [Parameter, EditorRequired]
    public required DeskFrame Frame { get; set; }

    private Ticket Ticket => View.Ticket;

    private string Requester => Frame.RequesterOf(View.Request);

    private string OlderAddress => $"{DeskEndpoint.PathOf(Ticket.Number)}?{DeskEndpoint.BeforeField}={View.History[^1].Entry.Version}";

    // Nobody is told of what is for the desk alone, nor is somebody whose request is gone.
    private string SavedKey =>
        !View.History.Any(line => line.Entry.At == Saved!.Entry.At && line.Entry.What == DeskBook.ToRequester) ? "desk.saved.inside"
        : View.Request is null ? "desk.saved.untold"
        : "desk.saved";

    // What happened after the version that the form was drawn for.
    private IEnumerable<int> Missed =>
        Enumerable.Range(0, View.History.Count).Where(index => View.History[index].Entry.Version > Form.Version);
}
