namespace ChatOpsBot.Domain.Requests.Approvals;

/// <summary>Who may approve a request. The family is closed.</summary>
public abstract record Approvers
{
    private Approvers()
    {
    }

    /// <summary>No second person is needed.</summary>
    public sealed record NotNeeded : Approvers;

    /// <summary>The people settings list, less its owner and beneficiaries; never empty.</summary>
    public sealed record Listed(IReadOnlyList<string> Ids) : Approvers;

    /// <summary>Anybody but its owner and beneficiaries: local mode, where settings list nobody.</summary>
    public sealed record AnybodyElse : Approvers;

    /// <summary>Nobody could: the type cannot be filed.</summary>
    /// <param name="Setting">The setting that has to list somebody.</param>
    public sealed record Nobody(string Setting) : Approvers;
}
