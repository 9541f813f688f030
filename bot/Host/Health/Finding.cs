namespace ChatOpsBot.Host.Health;

/// <summary>What the doctor found on one subject.</summary>
/// <param name="Text">How it is, and for a fault what to mend.</param>
internal sealed record Finding(string Subject, FindingState State, string Text);

internal enum FindingState
{
    Good,

    /// <summary>Not checked, or nothing to check yet.</summary>
    Open,

    Fault,
}
