using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Tickets;

namespace ChatOpsBot.Application.Tickets;

/// <summary>What somebody at the desk wants to change in a ticket.</summary>
/// <param name="Number">As it is written everywhere.</param>
/// <param name="Version">The version they saw.</param>
/// <param name="State">The state it is to have; the one it has leaves it.</param>
/// <param name="Note">For the requester; empty for none.</param>
/// <param name="WorkNote">For the desk alone; empty for none.</param>
internal sealed record TicketEdit(string Number, int Version, TicketState State, string Note, string WorkNote)
{
    /// <summary>Longest note, in UTF-16 units: what a card shows of it at most is as long.</summary>
    public const int LongestNote = 2_000;

    /// <summary>Null where it is not known: local mode.</summary>
    public Person? By { get; init; }
}

/// <summary>What became of it. The family is closed.</summary>
internal abstract record TicketEditResult
{
    private TicketEditResult()
    {
    }

    /// <param name="Version">The ticket's newest version, made by this.</param>
    public sealed record Done(string Number, int Version) : TicketEditResult;

    /// <summary>There is no such ticket, or not for them.</summary>
    public sealed record Missing : TicketEditResult;

    /// <summary>Somebody changed it meanwhile: nothing was saved.</summary>
    public sealed record Outdated(Ticket Now) : TicketEditResult;

    /// <summary>Nothing was saved.</summary>
    public sealed record Refused(Ticket Now, TicketEditFault Fault) : TicketEditResult;
}

/// <summary>Why a change was refused.</summary>
/// <param name="Key">Ends the key of the sentence: <c>desk.fault.…</c>.</param>
/// <param name="Field">The field it is about.</param>
internal sealed record TicketEditFault(string Key, TicketEditField Field)
{
    /// <summary>How long the text is, in UTF-16 units, where it is too long.</summary>
    public int Length { get; init; }
}

internal enum TicketEditField
{
    State,
    Note,
    WorkNote,
}
