using ChatOpsBot.Application.Cards;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Application.Requests;

/// <summary>Brings a request that waits for a second person to those who may approve it.</summary>
public sealed class AskApproversHandler(
    RequestChanges requests, IReadOnlyList<RequestType> types, Inventory systems, ApprovalPolicy policy, ApproverCards cards)
    : IOutboxHandler<OutboxMessage.AskApprovers>, IOutboxHandler<OutboxMessage.RemindApprovers>, IOutboxHandler<OutboxMessage.Escalate>
{
    public Task<HandlingResult> HandleAsync(OutboxMessage.AskApprovers message, CancellationToken cancel) =>
        AskAsync(RoundOf(message), cancel);

    public Task<HandlingResult> HandleAsync(OutboxMessage.RemindApprovers message, CancellationToken cancel) =>
        AskAsync(RoundOf(message), cancel);

    public Task<HandlingResult> HandleAsync(OutboxMessage.Escalate message, CancellationToken cancel) => AskAsync(RoundOf(message), cancel);

    public Task GiveUpAsync(OutboxMessage.AskApprovers message, CancellationToken cancel) => GiveUpAsync(RoundOf(message), cancel);

    public Task GiveUpAsync(OutboxMessage.RemindApprovers message, CancellationToken cancel) => GiveUpAsync(RoundOf(message), cancel);

    public Task GiveUpAsync(OutboxMessage.Escalate message, CancellationToken cancel) => GiveUpAsync(RoundOf(message), cancel);

    private static ApproverRound RoundOf(OutboxMessage.AskApprovers message) =>
        new(message.Request, message.Version, TimeSpan.Zero, IsEscalation: false);

    private ApproverRound RoundOf(OutboxMessage.RemindApprovers message) =>
        new(message.Request, message.Version, policy.RemindAfter, IsEscalation: false);

    private ApproverRound RoundOf(OutboxMessage.Escalate message) =>
        new(message.Request, message.Version, policy.EscalateAfter, IsEscalation: true);

    private async Task<HandlingResult> AskAsync(ApproverRound round, CancellationToken cancel)
    {
        if (await requests.FindAsync(round.Request, cancel) is not { } request || !round.IsOpen(request))
            return HandlingResult.Done.Instance;

        var need = types.FirstOrDefault(type => type.Id == request.Type)?.Approval(new Answers(request), systems);
        var people = policy.For(request, need) switch
        {
            Approvers.Listed listed => round.People(listed, need!, policy),
            // Nobody is written to: who reads the request's card there may approve it, and the card says so.
            Approvers.AnybodyElse or Approvers.NotNeeded => [],
            _ => null,
        };
        var reached = people is null
            ? PersonalCardsSent.Nobody
            : await cards.SendAsync(request, people, round.Since(request), cancel);
        if (reached.Again is { } later)
            return later;

        foreach (var news in News(round, people, reached))
            await requests.SendAsync(new OutboxMessage.NotifyOwner(request.Id, news), cancel);
        return HandlingResult.Done.Instance;
    }

    private async Task GiveUpAsync(ApproverRound round, CancellationToken cancel)
    {
        if (await requests.FindAsync(round.Request, cancel) is { } request && round.IsOpen(request))
            await requests.SendAsync(new OutboxMessage.NotifyOwner(request.Id, RequestNews.Undone()), cancel);
    }

    private static IEnumerable<Problem> News(ApproverRound round, IReadOnlyList<string>? people, PersonalCardsSent reached)
    {
        if (people is null || reached.Missing.Count > 0)
            yield return RequestNews.NotReached();
        if (round.IsEscalation)
            yield return people is { Count: > 0 } ? RequestNews.Escalated() : RequestNews.StillWaiting();
    }
}
