namespace ChatOpsBot.Tests.Support;

/// <summary>What <see cref="FakeThrottle"/> does with a call.</summary>
public enum FakeVerdict
{
    LetThrough,

    /// <summary>A window is full: 429 that says how long to wait.</summary>
    WindowFull,

    /// <summary>429 by chance, with a word how long to wait or without.</summary>
    Throttled,

    /// <summary>503, and nothing is done.</summary>
    Unavailable,

    /// <summary>No answer, and nothing is done.</summary>
    Hangs,

    /// <summary>Carried out, and the connection breaks before the answer.</summary>
    Lost,

    /// <summary>The message to change is gone for good: 404. Other calls are let through.</summary>
    Forgotten,
}
