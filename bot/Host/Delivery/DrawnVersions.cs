using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Host.Turns;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Delivery;

/// <summary>
/// Which version of a request each card shows, as far as this process drew it: a card that shows the newest is not drawn once more.
/// Forgotten, it is drawn in vain.
/// </summary>
public sealed class DrawnVersions(TimeProvider time, IOptions<TurnOptions> options)
{
    private readonly Recent<int> _versions = new(time, options.Value.RememberAnswers, options.Value.RememberAtMost);

    public void Set(Guid request, int version, string conversationId, string message) =>
        _versions.Set(Key(request, conversationId, message), version);

    public void Forget(Guid request, string conversationId, string message) => _versions.Forget(Key(request, conversationId, message));

    public bool Shows(Request request, string conversationId, string message) =>
        _versions.TryGet(Key(request.Id, conversationId, message), out var version) && version == request.Version;

    private static string Key(Guid request, string conversationId, string message) => $"{request:N}\n{conversationId}\n{message}";
}
