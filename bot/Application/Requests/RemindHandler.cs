using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Application.Requests;

/// <summary>Tells an owner what was put off until now, unless the desk has another version by now or the request was taken back.</summary>
public sealed class RemindHandler(RequestChanges requests)
    : IOutboxHandler<OutboxMessage.Remind>
{
    public async Task<HandlingResult> HandleAsync(OutboxMessage.Remind message, CancellationToken cancel)
    {
        if (await requests.FindAsync(message.Request, cancel) is { Ticket: not null, State: not RequestState.Withdrawn } request
            && request.FiledVersion == message.Version)
            await requests.SendAsync(
                new OutboxMessage.NotifyOwner(request.Id, message.News) { MayBeDuplicate = message.MayBeDuplicate }, cancel);
        return HandlingResult.Done.Instance;
    }
}
