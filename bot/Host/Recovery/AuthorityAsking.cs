using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Host.Delivery;

namespace ChatOpsBot.Host.Recovery;

/// <summary>Brings a declaration to those who may approve it, again and again until somebody decides: a real one is never silent while it waits.</summary>
public sealed class AuthorityAsking(RecoveryChanges events, RecoveryPolicy policy, EventCards cards, TimeProvider time)
{
    /// <summary>From this round on the role above is asked too.</summary>
    private const int LateRound = 3;

    public async Task<ErrandEnd> DoAsync(Errand.AskAuthorities errand, CancellationToken cancel)
    {
        if (await events.FindAsync(errand.Event, cancel) is not { State: RecoveryState.Declared } happening || happening.WaitsSince != errand.Since)
            return ErrandEnd.Done.Well;

        var people = policy.Authorities(happening, isLate: errand.Round >= LateRound || policy.Authorities(happening, isLate: false).Count == 0);
        var since = errand.Since + ((errand.Round - 1) * policy.AskEvery);
        var (reached, again) = await cards.SendAsync(happening, people, since, cancel);
        if (again is not null)
            return again;

        foreach (var news in News(happening, errand.Round, reached))
            await events.SendAsync(new Errand.TellDeclarer(happening.Id, news), cancel);
        if (errand.Round < policy.AskAtMost)
            await events.SendAsync(new Errand.AskAuthorities(happening.Id, errand.Since, errand.Round + 1) { Due = time.GetUtcNow() + policy.AskEvery }, cancel);
        return ErrandEnd.Done.Well;
    }

    private IEnumerable<Problem> News(RecoveryEvent happening, int round, int reached)
    {
        var isOpenToAll = policy.Authorities(happening, isLate: true).Count == 0 && !policy.NobodyCanApprove(happening);
        if (round == 1)
        {
            if (reached == 0 && !isOpenToAll)
                yield return Problem.Of("event.news.nobody");
        }
        else if (policy.FourEyes is FourEyes.RequiredWithTimeLimit && time.GetUtcNow() >= happening.WaitsSince + policy.ApprovalWindow)
        {
            yield return Problem.Of("event.news.waits_alone");
        }
        else
        {
            yield return Problem.Of(isOpenToAll ? "event.news.waits_anybody" : reached == 0 ? "event.news.nobody" : "event.news.waits");
        }
    }
}
