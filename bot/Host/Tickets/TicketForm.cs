using System.Globalization;
using ChatOpsBot.Application.Desks;
using ChatOpsBot.Application.Tickets;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Host.Tickets;

/// <summary>What somebody filled in at a ticket.</summary>
/// <param name="Version">The version of the ticket that they saw.</param>
/// <param name="State">The state it is to have; null where what was sent is none.</param>
/// <param name="Note">For the requester.</param>
/// <param name="WorkNote">For the desk alone.</param>
public sealed record TicketForm(int Version, TicketState? State, string Note = "", string WorkNote = "")
{
    public const string TokenField = "token";
    public const string VersionField = "version";
    public const string StateField = "state";
    public const string NoteField = "note";
    public const string WorkNoteField = "work_note";

    /// <summary>In characters, as browsers count them.</summary>
    public const int LongestNote = TicketEdit.LongestNote;

    public static TicketForm Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(
            int.TryParse(form[VersionField], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
            TicketStateWords.Find(form[StateField].ToString()),
            Text(form[NoteField].ToString()),
            Text(form[WorkNoteField].ToString()));
    }

    // Browsers send two signs for the end of a line and count one. Not every database keeps a NUL.
    private static string Text(string typed) => typed.ReplaceLineEndings("\n").Replace('\0', '\uFFFD').Trim();
}
