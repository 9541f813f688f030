using ChatOpsBot.Domain.Outbox;

namespace ChatOpsBot.Application.Outbox;

/// <summary>
/// Handles one kind of outbox message. A message may be handled more than once and much later: look at its subject as it is then.
/// </summary>
public interface IOutboxHandler<in T>
    where T : OutboxMessage
{
    Task<HandlingResult> HandleAsync(T message, CancellationToken cancel);

    /// <summary>Before the message becomes a dead letter: tells whoever is waiting for it, where there is something to tell.</summary>
    Task GiveUpAsync(T message, CancellationToken cancel) => Task.CompletedTask;
}
