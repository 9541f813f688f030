using System.Data.Common;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Host.Delivery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.Turns;

/// <summary>Keeps account of where cards of requests stand, so that each can be drawn anew.</summary>
public sealed class ShownCards(IDbContextFactory<BotDb> databases, DrawnVersions drawn, TimeProvider time, ILogger<ShownCards> log)
{
    /// <summary>A turn is going to draw the pressed card.</summary>
    public void Expect(TurnAnswer answer, Activity activity)
    {
        foreach (var (request, card) in Replaced(answer, activity))
            drawn.Set(request.Id, request.Version, activity.Conversation.Id, card);
    }

    /// <summary>It is not, after all.</summary>
    public void ExpectNot(TurnAnswer answer, Activity activity)
    {
        foreach (var (request, card) in Replaced(answer, activity))
            drawn.Forget(request.Id, activity.Conversation.Id, card);
    }

    /// <summary>Notes a card that a turn has shown. The answer is out already, so a fault costs no more than a card that stays as it is.</summary>
    /// <param name="request">As the card shows it.</param>
    /// <param name="isForAll">All who see the card see it so; otherwise it is drawn once more for the others.</param>
    public async Task NoteAsync(
        Request request, Audience audience, ConversationReference where, string message, bool isForAll, CancellationToken cancel)
    {
        if (isForAll)
            drawn.Set(request.Id, request.Version, where.ConversationId, message);
        await TryAsync(db => AddAsync(db, request, audience, where, message, cancel), cancel);
    }

    /// <summary>A message shows that request no more.</summary>
    public Task ForgetAsync(Guid request, string conversationId, string? message, CancellationToken cancel) => message is null
        ? Task.CompletedTask
        : TryAsync(db => new CardStore(db).RemoveAsync(request, conversationId, message, cancel), cancel);

    private static IEnumerable<(Request Request, string Card)> Replaced(TurnAnswer answer, Activity activity) =>
        HappeningReader.CardDrawnForAll(activity) is not { } card ? [] : answer.Effects.OfType<Effect.Replace>()
            .Select(replace => answer.Requests.GetValueOrDefault(replace.Request ?? Guid.Empty))
            .OfType<Request>()
            .Select(request => (request, card));

    private async Task AddAsync(
        BotDb db, Request request, Audience audience, ConversationReference where, string message, CancellationToken cancel)
    {
        var known = await db.CardPlaces.FindAsync([request.Id, where.ConversationId, message], cancel);
        if (known?.Audience == audience.ToString())
            return;

        await new CardStore(db).AddAsync(
            request.Id, where.ConversationId, message, ReferenceJson.Write(where), audience.ToString(), time.GetUtcNow(), cancel);
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
            log.CardNotNoted(fault);
        }
    }
}
