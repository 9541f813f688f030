using System.Data.Common;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Host.Delivery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.Turns;

/// <summary>Keeps account of where cards of requests stand, so that each can be drawn anew.</summary>
public sealed class ShownCards(IDbContextFactory<BotDb> databases, DrawnVersions drawn, TimeProvider time, ILogger<ShownCards> log)
{
    /// <summary>Notes a card that a turn has shown. The answer is out already, so a fault costs no more than a card that stays as it is.</summary>
    /// <param name="request">As the card shows it.</param>
    /// <param name="who">Who is answered with it.</param>
    public async Task NoteAsync(Request request, ConversationReference where, string message, Person who, CancellationToken cancel)
    {
        var isNew = !drawn.Knows(request.Id, where.ConversationId, message);
        drawn.Set(request.Id, request.Version, where.ConversationId, message);
        if (isNew)
            await TryAsync(db => AddAsync(db, request, where, message, AudienceOf(request, where.ConversationId, who), cancel), cancel);
    }

    /// <summary>A message shows that request no more.</summary>
    public Task ForgetAsync(Guid request, string conversationId, string? message, CancellationToken cancel) => message is null
        ? Task.CompletedTask
        : TryAsync(db => new CardStore(db).RemoveAsync(request, conversationId, message, cancel), cancel);

    /// <summary>Its owner, and everybody where its owner filed it, see the owner's card; anybody else sees it to approve it.</summary>
    public static Audience AudienceOf(Request request, string conversationId, Person who) =>
        who.Id == request.Owner.Id || conversationId == request.ConversationId ? Audience.Owner : Audience.Approver;

    private async Task AddAsync(
        BotDb db, Request request, ConversationReference where, string message, Audience audience, CancellationToken cancel)
    {
        if (await db.CardPlaces.FindAsync([request.Id, where.ConversationId, message], cancel) is not null)
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
