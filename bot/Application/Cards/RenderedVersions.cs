using ChatOpsBot.Domain;

namespace ChatOpsBot.Application.Cards;

/// <summary>
/// Which version of a request or DR event each card shows, as far as this process drew it: a card that shows the newest is not drawn
/// once more. Forgotten, it is drawn in vain.
/// </summary>
public sealed class RenderedVersions(TimeProvider time)
{
    private const int Most = 20_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly Recent<int> _versions = new(time, Life, Most);

    public void Set(Subject subject, int version, string conversationId, string message) =>
        _versions.Set(Key(subject, conversationId, message), version);

    public void Forget(Subject subject, string conversationId, string message) => _versions.Forget(Key(subject, conversationId, message));

    public bool Shows(Subject subject, int version, string conversationId, string message) =>
        _versions.TryGet(Key(subject, conversationId, message), out var drawn) && drawn == version;

    private static string Key(Subject subject, string conversationId, string message) => $"{subject.Id:N}\n{conversationId}\n{message}";
}
