namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>A call that waits until it may be sent.</summary>
internal sealed class WaitingCall : TaskCompletionSource
{
    private readonly TenantPace _tenant;

    public WaitingCall(TenantPace tenant)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        _tenant = tenant;
        Place = new(this);
    }

    /// <summary>Its node in the queue of its thread.</summary>
    public LinkedListNode<WaitingCall> Place { get; }

    /// <summary>Leaves the queue when it is cancelled while it waits; nothing is counted for it.</summary>
    public async Task ObserveAsync(CancellationToken cancellationToken)
    {
        using (cancellationToken.UnsafeRegister(static (call, stop) => ((WaitingCall)call!).Cancel(stop), this))
            await Task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Cancel(CancellationToken cancellationToken)
    {
        if (_tenant.Remove(this))
            TrySetCanceled(cancellationToken);
    }
}
