using System.Data.Common;
using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Host.Delivery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.Turns;

/// <summary>Keeps account of where cards of requests and DR events stand, so that each can be drawn anew.</summary>
public sealed class ShownCards(IDbContextFactory<BotDb> databases, DrawnVersions drawn, TimeProvider time, ILogger<ShownCards> log)
{
    /// <summary>A turn is going to draw the pressed card.</summary>
    public void Expect(TurnAnswer answer, IncomingActivity activity)
    {
        foreach (var (matter, version, card) in Replaced(answer, activity))
            drawn.Set(matter, version, activity.ConversationId, card);
    }

    /// <summary>It is not, after all.</summary>
    public void ExpectNot(TurnAnswer answer, IncomingActivity activity)
    {
        foreach (var (matter, _, card) in Replaced(answer, activity))
            drawn.Forget(matter, activity.ConversationId, card);
    }

    /// <summary>Notes a card that a turn has shown. The answer is out already, so a fault costs no more than a card that stays as it is.</summary>
    /// <param name="matter">Id of the request or event.</param>
    /// <param name="version">As the card shows it.</param>
    /// <param name="audience">For whom it is drawn.</param>
    /// <param name="isForAll">All who see the card see it so; otherwise it is drawn once more for the others.</param>
    public async Task NoteAsync(
        Guid matter, int version, string audience, ConversationReference where, string message, bool isForAll, CancellationToken cancel)
    {
        if (isForAll)
            drawn.Set(matter, version, where.ConversationId, message);
        await TryAsync(db => AddAsync(db, matter, audience, where, message, cancel), cancel);
    }

    /// <summary>A message shows that request or event no more.</summary>
    public Task ForgetAsync(Guid matter, string conversationId, string? message, CancellationToken cancel) => message is null
        ? Task.CompletedTask
        : TryAsync(db => new CardStore(db).RemoveAsync(matter, conversationId, message, cancel), cancel);

    private static IEnumerable<(Guid Matter, int Version, string Card)> Replaced(TurnAnswer answer, IncomingActivity activity) =>
        HappeningReader.CardDrawnForAll(activity) is not { } card ? [] : answer.Effects.OfType<Effect.Replace>()
            .Select(replace => replace.Request ?? replace.Event ?? Guid.Empty)
            .Where(matter => answer.VersionOf(matter) is not null)
            .Select(matter => (matter, answer.VersionOf(matter)!.Value, card));

    private async Task AddAsync(
        BotDb db, Guid matter, string audience, ConversationReference where, string message, CancellationToken cancel)
    {
        var known = await db.CardPlaces.FindAsync([matter, where.ConversationId, message], cancel);
        if (known?.Audience == audience)
            return;

        await new CardStore(db).AddAsync(
            matter, where.ConversationId, message, ReferenceJson.Write(where), audience, time.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
    }

    private async Task TryAsync(Func<BotDb, Task> change, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            await change(db);
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or InvalidOperationException)
        {
            log.CardNotNoted(new BareException(fault));
        }
    }
}
