using ChatOpsBot.Domain.Outbox;

namespace ChatOpsBot.Application.Outbox;

/// <summary>
/// Which handler takes which type of message; registered by <see cref="OutboxSetup.AddOutboxHandler{TMessage, THandler}"/>.
/// </summary>
internal sealed record OutboxRoute(
    Type MessageType,
    Func<OutboxMessage, CancellationToken, Task<HandlingResult>> HandleAsync,
    Func<OutboxMessage, CancellationToken, Task> GiveUpAsync)
{
    public static OutboxRoute To<T>(IOutboxHandler<T> handler)
        where T : OutboxMessage =>
        new(
            typeof(T),
            (message, cancel) => handler.HandleAsync((T)message, cancel),
            (message, cancel) => handler.GiveUpAsync((T)message, cancel));
}
