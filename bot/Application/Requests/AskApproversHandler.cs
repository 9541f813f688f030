using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Application.Requests;

/// <summary>Brings a request that waits for a second person to those who may approve it.</summary>
public sealed class AskApproversHandler(
    RequestChanges requests, IReadOnlyList<RequestType> types, Inventory systems, ApprovalPolicy policy, ApproverCards cards)
{
    public async Task<HandlingResult> DoAsync(ApproverRound round, CancellationToken cancel)
    {
        if (await requests.FindAsync(round.Request, cancel) is not { } request || !round.IsOpen(request))
            return HandlingResult.Done.Well;

        var need = types.FirstOrDefault(type => type.Id == request.Type)?.Approval(new Answers(request), systems);
        var people = policy.For(request, need) switch
        {
            Approvers.Listed listed => round.People(listed, need!, policy),
            // Nobody is written to: who reads the request's card there may approve it, and the card says so.
            Approvers.AnybodyElse or Approvers.NotNeeded => [],
            _ => null,
        };
        var reached = people is null ? new ApproverCards.Result(0, []) : await cards.SendAsync(request, people, round.Since(request), cancel);
        if (reached.Again is { } later)
            return later;

        foreach (var news in News(round, people, reached))
            await requests.SendAsync(new OutboxMessage.NotifyOwner(request.Id, news), cancel);
        return HandlingResult.Done.Well;
    }

    public async Task GiveUpAsync(ApproverRound round, CancellationToken cancel)
    {
        if (await requests.FindAsync(round.Request, cancel) is { } request && round.IsOpen(request))
            await requests.SendAsync(new OutboxMessage.NotifyOwner(request.Id, RequestNews.Undone()), cancel);
    }

    private static IEnumerable<Problem> News(ApproverRound round, IReadOnlyList<string>? people, ApproverCards.Result reached)
    {
        if (people is null || reached.Missing.Count > 0)
            yield return RequestNews.NotReached();
        if (round.IsEscalation)
            yield return people is { Count: > 0 } ? RequestNews.Escalated() : RequestNews.StillWaiting();
    }
}
