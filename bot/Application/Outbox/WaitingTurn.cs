namespace ChatOpsBot.Application.Outbox;

/// <summary>
/// A turn that waits a moment for the desk, so that its person sees the ticket straight away. Either the turn shows what the desk
/// answered, or it has left and the outbox tells it: never both, never neither. Disposed, it waits no more.
/// </summary>
public sealed class WaitingTurn : IDisposable
{
    private const int Waiting = 0;
    private const int Started = 1;
    private const int Gone = 2;

    private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WaitingTurns _all;
    private int _state = Waiting;

    internal WaitingTurn(WaitingTurns all, Guid request) => (_all, Request) = (all, request);

    public Guid Request { get; }

    /// <summary>Id of the person who will see the request in the answer of the turn; null for nobody.</summary>
    public string? ShownTo { get; init; }

    /// <summary>Conversation and message of the card that the turn updates; null when it posts a new one.</summary>
    public (string ConversationId, string Message)? Place { get; init; }

    /// <summary>Ends when the message was tried, however that went.</summary>
    public Task Tried => _tried.Task;

    public bool HasLeft => Volatile.Read(ref _state) == Gone;

    public void End() => _tried.TrySetResult();

    /// <summary>Before the outcome is saved.</summary>
    /// <returns>True when the turn is to show it.</returns>
    public bool Take() => Interlocked.CompareExchange(ref _state, Started, Waiting) == Waiting;

    /// <returns>False when the turn is to show what comes, so that it has to wait for it.</returns>
    public bool Leave() => Interlocked.CompareExchange(ref _state, Gone, Waiting) == Waiting;

    public void Dispose() => _all.Remove(this);
}
