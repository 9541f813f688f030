using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Host.Delivery;

/// <summary>Tells an owner what was put off until now, unless the desk has another version by now or the request was taken back.</summary>
public sealed class Reminding(RequestChanges requests)
{
    public async Task<ErrandEnd> DoAsync(Errand.Remind errand, CancellationToken cancel)
    {
        if (await requests.FindAsync(errand.Request, cancel) is { Ticket: not null, State: not RequestState.Withdrawn } request
            && request.FiledVersion == errand.Version)
            await requests.SendAsync(new Errand.Tell(request.Id, errand.News), cancel);
        return ErrandEnd.Done.Well;
    }
}
