using ChatOpsBot.Application.People;
using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Application.Tickets;

/// <summary>Makes the link to the desk's page, before a turn that asks for it is answered, where its person may have one.</summary>
public sealed class DeskPageReader(DeskStaff staff, Invitations invitations)
{
    /// <param name="turn">As Teams knows its person.</param>
    public async Task<DeskPageContext?> ReadAsync(Turn turn, string? tenant, Standing standing, CancellationToken cancel)
    {
        // The link is for this person alone.
        if (turn is not { Command: Command.OpenDesk, Where.Kind: PlaceKind.Personal })
            return null;
        if (turn.Who.IsGuest)
            return new(DeskPageAccess.Guest);
        if (!staff.IsOpenToAll && !staff.Includes(turn.Who.Id))
            return new(DeskPageAccess.NoRole);
        // No disaster waits for it: whoever may be a guest asks again.
        return !staff.IsOpenToAll && standing is Standing.Unknown
            ? new(DeskPageAccess.Unsure)
            : new(DeskPageAccess.Granted, await invitations.LinkAsync(ViewerPage.Desk, turn.Who, tenant, cancel));
    }
}
