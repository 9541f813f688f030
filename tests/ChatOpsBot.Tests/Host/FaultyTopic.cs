using ChatOpsBot.Dialogs.Conversation;

namespace ChatOpsBot.Tests.Host;

/// <summary>A topic with bugs: it throws at "break, please" and never answers "sleep, please".</summary>
internal sealed class FaultyTopic : ITopic, IDisposable
{
    private readonly ManualResetEventSlim _gate = new();
    private int _asked;
    private volatile TaskCompletionSource _asleep = NewSignal();

    /// <summary>Ends when somebody waits for an answer that will not come.</summary>
    public Task Asleep => _asleep.Task;

    /// <summary>How often it was asked to answer anything.</summary>
    public int Asked => _asked;

    /// <summary>The turn it was asked about last.</summary>
    public Turn? LastTurn { get; private set; }

    /// <summary>Throws at the next greeting of a place, once.</summary>
    public bool BreaksNextWelcome { get; set; }

    public TurnResult? Answer(Turn turn)
    {
        Interlocked.Increment(ref _asked);
        LastTurn = turn;
        switch (turn.What)
        {
            case TurnInput.BotAdded when BreaksNextWelcome:
                BreaksNextWelcome = false;
                throw new InvalidOperationException("A bug in a topic.");
            case TurnInput.Message { Text: "break, please" }:
            case TurnInput.ButtonPress { Verb: "break" }:
                throw new InvalidOperationException("A bug in a topic.");
            case TurnInput.Message { Text: "sleep, please" }:
                _asleep.TrySetResult();
                _gate.Wait();
                return [new Reply.Say("Too late.")];
            default:
                return null;
        }
    }

    public void ReleaseNext() => _asleep = NewSignal();

    public void LetGo() => _gate.Set();

    public void Dispose() => _gate.Dispose();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
