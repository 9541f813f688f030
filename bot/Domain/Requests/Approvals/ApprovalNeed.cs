using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Domain.Requests.Approvals;

/// <summary>Whose approval a request needs.</summary>
/// <param name="Role">The role that settings list people for, such as <c>dr-authority</c>.</param>
public sealed record ApprovalNeed(string Role)
{
    /// <summary>No setting can switch it off.</summary>
    public bool IsAlways { get; init; }

    /// <summary>How many people have to say yes, each of them once.</summary>
    public int Approvals { get; init; } = 1;

    /// <summary>The people it is done for: like its owner they cannot approve it.</summary>
    public IReadOnlyList<Person> Beneficiaries { get; init; } = [];
}
