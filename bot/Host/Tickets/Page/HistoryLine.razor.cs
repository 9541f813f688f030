using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Tickets;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Tickets.Page;

/// <summary>A line of a ticket's history. What its requester said looks unlike what the desk did.</summary>
public sealed partial class HistoryLine
{
    private static readonly string[] ByDesk = [DeskBook.ToRequester, DeskBook.WorkNote];

    [Parameter, EditorRequired]
    public required TicketHistoryEntry Line { get; set; }

    /// <summary>The state before it; null for the first.</summary>
    [Parameter]
    public TicketState? Before { get; set; }

    /// <summary>The requester's name.</summary>
    [Parameter, EditorRequired]
    public required string Requester { get; set; }

    [Parameter, EditorRequired]
    public required DeskFrame Frame { get; set; }

    private bool IsOfDesk => ByDesk.Contains(Line.Entry.What);

    private bool IsWorkNote => Line.Entry.What == DeskBook.WorkNote;

    private string Style => IsWorkNote ? "by-desk inside" : IsOfDesk ? "by-desk" : "by-requester";

    private string Side => Frame.Words[IsOfDesk ? "desk.side.desk" : "desk.side.requester"];

    // Of the desk only where it is known.
    private string? Name => !IsOfDesk ? Requester
        : Line.By is { } person ? DeskFrame.Plain(person.Name.Length > 0 ? person.Name : person.Id)
        : null;

    private bool IsMoved => Before is { } before && before != Line.Entry.State;

    private string What => (Line.Entry.What, Line.Entry.Note) switch
    {
        (DeskBook.ToRequester, null) => Frame.Words["desk.did.set"],
        (DeskBook.ToRequester, _) => Frame.Words["desk.did.noted"],
        (var what, _) => Frame.Words.Find($"desk.did.{what}") ?? DeskFrame.Plain(what),
    };

    // By the mark at its end the bot knows a reply again; nobody needs to read it.
    private string? Note => Line.Entry.Note is not { } note ? null
        : DeskFrame.Plain(IsOfDesk ? note : ReplyMark().Replace(note, "")) is { Length: > 0 } shown ? shown
        : null;

    [GeneratedRegex(@"\s*\[[^\[\]\s]{1,64}\]$", RegexOptions.CultureInvariant)]
    private static partial Regex ReplyMark();
}
