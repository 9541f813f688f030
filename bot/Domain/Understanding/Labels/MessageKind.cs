namespace ChatOpsBot.Domain.Understanding.Labels;

/// <summary>Kinds of messages, as they are labelled.</summary>
public enum MessageKind
{
    /// <summary>Whose duty something is.</summary>
    Who,

    /// <summary>Something is wanted that one of the forms is for, a DR drill among them.</summary>
    Request,

    /// <summary>A disaster is declared or a failover ordered, for real.</summary>
    DrEvent,

    /// <summary>About a request or a DR event that exists, or about the bot.</summary>
    Command,

    Smalltalk,

    /// <summary>The matrix says nothing about it.</summary>
    Outofscope,
}
