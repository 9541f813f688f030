using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Host.Delivery;

/// <summary>Tells an owner what was put off until now, unless the request has changed or was taken back meanwhile.</summary>
public sealed class Reminding(RequestChanges requests)
{
    public async Task<ErrandEnd> DoAsync(Errand.Remind errand, CancellationToken cancel)
    {
        if (await requests.FindAsync(errand.Request, cancel) is { State: RequestState.Filed } request && request.ConfirmedVersion == errand.Version)
            await requests.SendAsync(new Errand.Tell(request.Id, errand.News), cancel);
        return ErrandEnd.Done.Well;
    }
}
