using ChatOpsBot.Domain.Outbox;

namespace ChatOpsBot.Application.Outbox;

/// <summary>Finds the handler of a message by the message's type.</summary>
internal sealed class OutboxHandlers(IEnumerable<OutboxRoute> routes)
{
    private readonly Dictionary<Type, OutboxRoute> _routes = routes.ToDictionary(route => route.MessageType);

    public Task<HandlingResult> HandleAsync(OutboxMessage message, CancellationToken cancel) =>
        RouteOf(message).HandleAsync(message, cancel);

    public Task GiveUpAsync(OutboxMessage message, CancellationToken cancel) => RouteOf(message).GiveUpAsync(message, cancel);

    private OutboxRoute RouteOf(OutboxMessage message) => _routes.GetValueOrDefault(message.GetType())
        ?? throw new InvalidOperationException($"No outbox handler is registered for {message.GetType().Name}.");
}
