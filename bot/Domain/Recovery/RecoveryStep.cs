namespace ChatOpsBot.Domain.Recovery;

/// <summary>A step from one state to the next, and who may take it.</summary>
/// <param name="By">Any one of these roles.</param>
public sealed record RecoveryStep(RecoveryState From, RecoveryState To, params IReadOnlyList<RecoveryRole> By)
{
    /// <summary>It leads back to where the event has been before.</summary>
    public bool IsBack => To < From;
}
