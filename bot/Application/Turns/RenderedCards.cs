using ChatOpsBot.Application.Cards;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Cards;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Turns;

/// <summary>Stores where the cards of requests and DR events are, so that each can be updated.</summary>
public sealed class RenderedCards(IDbContextFactory<BotDb> databases, RenderedVersions drawn, TimeProvider time, ILogger<RenderedCards> log)
{
    /// <summary>A turn is going to draw the pressed card.</summary>
    public void Expect(TurnAnswer answer, TurnContext context)
    {
        foreach (var (subject, version, card) in Replaced(answer, context))
            drawn.Set(subject, version, context.ConversationId, card);
    }

    /// <summary>It is not, after all.</summary>
    public void ExpectNot(TurnAnswer answer, TurnContext context)
    {
        foreach (var (subject, _, card) in Replaced(answer, context))
            drawn.Forget(subject, context.ConversationId, card);
    }

    /// <summary>
    /// Notes a card that a turn has shown. The answer is out already, so a fault costs no more than a card that stays as it is.
    /// </summary>
    /// <param name="subject">Id of the request or event.</param>
    /// <param name="version">As the card shows it.</param>
    /// <param name="audience">For whom it is drawn.</param>
    /// <param name="isForAll">All who see the card see it so; otherwise it is drawn once more for the others.</param>
    public async Task NoteAsync(
        Subject subject, int version, string audience, ConversationReference where, string message, bool isForAll, CancellationToken cancel)
    {
        if (isForAll)
            drawn.Set(subject, version, where.ConversationId, message);
        await TryAsync(
            db => new CardStore(db).NoteAsync(
                subject, where.ConversationId, message, ReferenceJson.Write(where), audience, time.GetUtcNow(), cancel),
            cancel);
    }

    /// <summary>Whether a message is known as a card of that request or event; without an answer of the database it is not.</summary>
    public async Task<bool> KnowsAsync(Subject? subject, string conversationId, string? message, CancellationToken cancel)
    {
        var isKnown = false;
        if (subject is { } shown && message is not null)
            await TryAsync(async db => isKnown = await new CardStore(db).HasAsync(shown, conversationId, message, cancel), cancel);
        return isKnown;
    }

    /// <summary>A message shows that request or event no more.</summary>
    public Task ForgetAsync(Subject subject, string conversationId, string? message, CancellationToken cancel) => message is null
        ? Task.CompletedTask
        : TryAsync(db => new CardStore(db).RemoveAsync(subject, conversationId, message, cancel), cancel);

    private static IEnumerable<(Subject Subject, int Version, string Card)> Replaced(TurnAnswer answer, TurnContext context) =>
        context.CardDrawnForAll is not { } card ? [] : answer.Replies.OfType<Reply.Replace>()
            .Where(replace => replace.Subject is { } subject && answer.VersionOf(subject) is not null)
            .Select(replace => (replace.Subject!.Value, answer.VersionOf(replace.Subject.Value)!.Value, card));

    private async Task TryAsync(Func<BotDb, Task> change, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            await change(db);
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            log.CardNotNoted(new BareException(fault));
        }
    }
}
