namespace ChatOpsBot.Domain.Times;

/// <summary>What a time is wanted for; it decides which of several readings can be meant.</summary>
public enum TimePurpose
{
    /// <summary>Any reading, past or future.</summary>
    Any,

    /// <summary>A state to go back to: it lies in the past.</summary>
    RestorePoint,

    /// <summary>A time to do something: it lies, or at least ends, in the future.</summary>
    Window,
}
