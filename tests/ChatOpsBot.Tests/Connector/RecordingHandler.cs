using System.Collections.Concurrent;
using ChatOpsBot.Connector.Incoming;

namespace ChatOpsBot.Tests.Connector;

/// <summary>Keeps what reached the bot and answers as the test says.</summary>
internal sealed class RecordingHandler : IActivityHandler
{
    private readonly ConcurrentQueue<Activity> _seen = [];

    public Func<Activity, InvokeReply?> Answer { get; set; } = _ => null;

    public IReadOnlyList<Activity> Seen => [.. _seen];

    public Task<InvokeReply?> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        _seen.Enqueue(activity);
        return Task.FromResult(Answer(activity));
    }
}
