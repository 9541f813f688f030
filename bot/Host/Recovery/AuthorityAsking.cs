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

        // Before anything is tried: nobody whose chat fails keeps the others from being asked again.
        if (errand.Round < policy.AskAtMost)
            await events.SendOnceAsync(Next(errand), open => open.Since == errand.Since && open.Round > errand.Round, cancel);
        var people = policy.Authorities(happening, isLate: errand.Round >= LateRound || policy.Authorities(happening, isLate: false).Count == 0);
        var since = errand.Since + ((errand.Round - 1) * policy.AskEvery);
        var (reached, again) = await cards.SendAsync(happening, people, since, cancel);
        if (again is not null && IsTriedAgain(errand))
            return again;

        foreach (var news in News(happening, errand.Round, reached))
            await events.SendAsync(new Errand.TellDeclarer(happening.Id, news), cancel);
        return ErrandEnd.Done.Well;
    }

    private Errand.AskAuthorities Next(Errand.AskAuthorities errand) => errand with { Round = errand.Round + 1, Due = time.GetUtcNow() + policy.AskEvery };

    // Who was asked once can wait for the next round; who was not asked yet cannot.
    private bool IsTriedAgain(Errand.AskAuthorities errand) => errand.Round == 1 && time.GetUtcNow() < errand.Since + policy.AskEvery;

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
