namespace ChatOpsBot.Sandbox;

/// <summary>What whoever plays the desk can do with a case.</summary>
public enum DeskMove
{
    /// <summary>Somebody begins to work on it.</summary>
    Take,

    /// <summary>A question, after which the desk waits for the requester.</summary>
    Ask,

    /// <summary>A solution, which the requester accepts or rejects.</summary>
    Propose,

    Close,

    /// <summary>It is worked on again.</summary>
    Reopen,

    Comment,
}
