using System.Data.Common;
using System.Text.Json;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Connector;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Addresses;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Turns;

/// <summary>
/// Keeps the stored ways to people and channels up to date. Teams may serve a conversation from another address from one day to the next
/// (Teams documentation, "Send proactive messages": the serviceUrl is to be taken from the newest activity), and what is sent to the old
/// one is lost. The database is asked once for each conversation, and again when its address changes.
/// </summary>
internal sealed class CurrentAddress(IDbContextFactory<BotDb> databases, TimeProvider time, ILogger<CurrentAddress> log)
{
    private const int MostRemembered = 50_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private readonly Recent<string> _addresses = new(time, Remembered, MostRemembered);

    /// <summary>Notes where an activity came from. A fault of the database keeps nobody from being answered; the next activity tries
    /// again.</summary>
    public async Task HeardAsync(IncomingContext context, CancellationToken cancel)
    {
        if (context.Reference is not { } reference || (_addresses.TryGet(reference.RootId, out var known) && known == reference.ServiceUrl))
            return;

        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var heard = new HeardAddress(reference.RootId, context.Teams?.TeamId, context.Who.Id, reference.ServiceUrl);
            if (await new AddressStore(db).MoveAsync(heard, AddressIn, time.GetUtcNow(), cancel))
                log.AddressMoved(reference.RootId);
            _addresses.Set(reference.RootId, reference.ServiceUrl);
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or TimeoutException)
        {
            log.AddressNotMoved(reference.RootId, new BareException(fault));
        }
    }

    // What another version stored may not be readable; then there is nothing to compare.
    private static string? AddressIn(string way)
    {
        try
        {
            return ReferenceJson.Read(way).ServiceUrl;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
