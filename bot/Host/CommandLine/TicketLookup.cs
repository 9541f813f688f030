using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Understanding.Text;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>Finds the ticket that somebody typed a key or a number of, and says what may be meant where there is none.</summary>
internal sealed class TicketLookup(BotDb db)
{
    private const int MostSlips = 2;
    private const int MostNear = 3;

    private static readonly RequestKeys Keys = new(RequestTypes.Prefixes(RequestTypes.All));

    private readonly DeskBook _book = new(db);

    /// <summary>As it is written everywhere, where it can be read.</summary>
    public static string Written(string typed) => TicketNumber.Read(typed) ?? Keys.Read(typed)?.Value ?? typed.Trim().ToUpperInvariant();

    /// <returns>To be changed within this unit of work; null where there is none.</returns>
    public Task<Ticket?> FindAsync(string typed, CancellationToken cancel) => _book.FindAsync(Written(typed), cancel);

    /// <returns>A line for the one who typed it.</returns>
    public async Task<string> WhyNoneAsync(string typed, CancellationToken cancel)
    {
        var wanted = Written(typed);
        if (await new RequestStore(db).FindByKeysAsync([wanted], cancel) is [var request])
            return $"{wanted} is not at the desk: {Status(request.State)}.";

        string[] near = TicketNumber.Read(typed) is null
            ? [.. NearNames.To(wanted, await _book.NamesAsync(cancel), MostSlips).Take(MostNear)]
            : [];
        var meant = near.Length > 0 ? $" Similar: {string.Join(", ", near)}." : "";
        return $"There is no ticket {wanted}.{meant} To list them all: requests list --state all";
    }

    private static string Status(RequestState state) => state switch
    {
        RequestState.Filling or RequestState.Reviewing => "it is a draft",
        RequestState.AwaitingApproval => "it is waiting for approval",
        RequestState.Filing => "it is being submitted",
        RequestState.Filed => "its ticket is at another desk",
        RequestState.Refused => "it was refused",
        RequestState.Rejected => "it was rejected",
        RequestState.Withdrawn => "it was withdrawn before it got there",
        RequestState.Cancelled => "it was cancelled",
        RequestState.Expired => "it expired",
        _ => "it was not submitted",
    };
}
