using ChatOpsBot.Host.Turns;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Delivery;

/// <summary>
/// Which version of a request or DR event each card shows, as far as this process drew it: a card that shows the newest is not drawn once more.
/// Forgotten, it is drawn in vain.
/// </summary>
public sealed class DrawnVersions(TimeProvider time, IOptions<TurnOptions> options)
{
    private readonly Recent<int> _versions = new(time, options.Value.RememberAnswers, options.Value.RememberAtMost);

    public void Set(Guid matter, int version, string conversationId, string message) =>
        _versions.Set(Key(matter, conversationId, message), version);

    public void Forget(Guid matter, string conversationId, string message) => _versions.Forget(Key(matter, conversationId, message));

    public bool Shows(Guid matter, int version, string conversationId, string message) =>
        _versions.TryGet(Key(matter, conversationId, message), out var drawn) && drawn == version;

    private static string Key(Guid matter, string conversationId, string message) => $"{matter:N}\n{conversationId}\n{message}";
}
