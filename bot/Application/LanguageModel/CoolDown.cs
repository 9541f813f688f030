using ChatOpsBot.Connector.Outgoing;

namespace ChatOpsBot.Application.LanguageModel;

/// <summary>The pause after a failure, so that nobody waits for a server that is down: longer with each failure in a row.</summary>
internal sealed class CoolDown(TimeProvider time)
{
    private static readonly Backoff Pauses = new(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(10));

    private readonly Lock _door = new();
    private int _failures;
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    public bool IsOn
    {
        get
        {
            lock (_door)
                return time.GetUtcNow() < _until;
        }
    }

    /// <returns>How long it lasts.</returns>
    public TimeSpan Failed()
    {
        lock (_door)
        {
            var pause = Pauses.After(++_failures);
            _until = time.GetUtcNow() + pause;
            return pause;
        }
    }

    public void Answered()
    {
        lock (_door)
            _failures = 0;
    }
}
