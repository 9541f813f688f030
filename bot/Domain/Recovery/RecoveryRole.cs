using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Domain.Recovery;

/// <summary>What somebody may decide of a DR event. One person may hold several; settings list them.</summary>
public enum RecoveryRole
{
    /// <summary>The client's people who may approve a declaration, never their own.</summary>
    Authority,

    /// <summary>Leads the event for the client, and speaks for it: whoever declared it, and those listed.</summary>
    Coordinator,

    /// <summary>Runs the infrastructure side: IBM, or those it asks to report for it.</summary>
    Operator,

    /// <summary>The client's application owner, who alone can say that the application works.</summary>
    ApplicationOwner,
}

/// <summary>Which side of the matrix a role belongs to.</summary>
public static class RecoveryRoles
{
    /// <summary>
    /// IBM runs the infrastructure; the client declares, and configures and validates the application (matrix, row "Disaster
    /// Recovery").
    /// </summary>
    public static Party SideOf(RecoveryRole role) => role is RecoveryRole.Operator ? Party.Ibm : Party.Client;
}
