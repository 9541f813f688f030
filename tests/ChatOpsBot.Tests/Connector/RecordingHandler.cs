using System.Collections.Concurrent;
using ChatOpsBot.Connector.Incoming;

namespace ChatOpsBot.Tests.Connector;

/// <summary>Keeps what reached the bot and answers as the test says.</summary>
internal sealed class RecordingHandler : IActivityHandler
{
    private readonly ConcurrentQueue<IncomingActivity> _seen = [];

    public Func<IncomingActivity, InvokeReply?> Answer { get; set; } = _ => null;

    public IReadOnlyList<IncomingActivity> Seen => [.. _seen];

    public Task<InvokeReply?> HandleAsync(IncomingActivity activity, CancellationToken cancellationToken)
    {
        _seen.Enqueue(activity);
        return Task.FromResult(Answer(activity));
    }
}
