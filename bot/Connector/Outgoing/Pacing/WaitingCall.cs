namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>A call that waits until it may leave.</summary>
internal sealed class WaitingCall : TaskCompletionSource
{
    private readonly TenantPace _tenant;

    public WaitingCall(TenantPace tenant)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        _tenant = tenant;
        Place = new(this);
    }

    /// <summary>Where it stands in its line.</summary>
    public LinkedListNode<WaitingCall> Place { get; }

    /// <summary>While it waits: leaves the line, with nothing counted for it, when it is cancelled.</summary>
    public async Task HearAsync(CancellationToken cancellationToken)
    {
        using (cancellationToken.UnsafeRegister(static (call, stop) => ((WaitingCall)call!).GiveUp(stop), this))
            await Task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void GiveUp(CancellationToken cancellationToken)
    {
        if (_tenant.TakeOut(this))
            TrySetCanceled(cancellationToken);
    }
}
