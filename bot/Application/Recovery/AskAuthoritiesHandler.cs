using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Application.Recovery;

/// <summary>
/// Brings a declaration to those who may approve it, again and again until somebody decides: a real one is never silent while it waits.
/// </summary>
public sealed class AskAuthoritiesHandler(
    RecoveryChanges events, OutboxCommits commits, RecoveryPolicy policy, EventCards cards, TimeProvider time)
    : IOutboxHandler<OutboxMessage.AskAuthorities>
{
    /// <summary>From this round on the role above is asked too.</summary>
    private const int LateRound = 3;

    public async Task<HandlingResult> HandleAsync(OutboxMessage.AskAuthorities message, CancellationToken cancel)
    {
        if (
            await events.FindAsync(message.Event, cancel) is not { State: RecoveryState.Declared } drEvent
            || drEvent.WaitsSince != message.Since)
            return HandlingResult.Done.Instance;

        // Before anything is tried: nobody whose chat fails keeps the others from being asked again.
        if (message.Round < policy.AskAtMost)
            await commits.SendOnceAsync(Next(message), open => open.Since == message.Since && open.Round > message.Round, cancel);
        var people = policy.Authorities(
            drEvent, isLate: message.Round >= LateRound || policy.Authorities(drEvent, isLate: false).Count == 0);
        var since = message.Since + ((message.Round - 1) * policy.AskEvery);
        var sent = await cards.SendAsync(drEvent, people, since, cancel);
        if (sent.Again is { } later && IsTriedAgain(message))
            return later;

        foreach (var news in News(drEvent, message.Round, sent.Reached))
            await events.SendAsync(new OutboxMessage.NotifyDeclarer(drEvent.Id, news), cancel);
        return HandlingResult.Done.Instance;
    }

    private OutboxMessage.AskAuthorities Next(OutboxMessage.AskAuthorities message) =>
        message with
        {
            Round = message.Round + 1,
            Due = time.GetUtcNow() + policy.AskEvery,
        };

    // Who was asked once can wait for the next round; who was not asked yet cannot.
    private bool IsTriedAgain(OutboxMessage.AskAuthorities message) =>
        message.Round == 1 && time.GetUtcNow() < message.Since + policy.AskEvery;

    private IEnumerable<Problem> News(RecoveryEvent drEvent, int round, int reached)
    {
        var isOpenToAll = policy.Authorities(drEvent, isLate: true).Count == 0 && !policy.NobodyCanApprove(drEvent);
        if (round == 1)
        {
            if (reached == 0 && !isOpenToAll)
                yield return Problem.Of("event.news.nobody");
        }
        else if (policy.FourEyes is FourEyes.RequiredWithTimeLimit && time.GetUtcNow() >= drEvent.WaitsSince + policy.ApprovalWindow)
        {
            yield return Problem.Of("event.news.waits_alone");
        }
        else
        {
            yield return Problem.Of(isOpenToAll ? "event.news.waits_anybody" : reached == 0 ? "event.news.nobody" : "event.news.waits");
        }
    }
}
