namespace ChatOpsBot.Sandbox;

/// <summary>Where a case stands, whatever the product calls it.</summary>
public enum CasePhase
{
    New,
    InProgress,

    /// <summary>For an answer of the requester.</summary>
    Waiting,

    /// <summary>A solution is proposed.</summary>
    Proposed,

    /// <summary>Closed or cancelled.</summary>
    Over,
}
