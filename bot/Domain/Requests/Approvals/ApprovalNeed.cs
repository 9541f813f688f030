using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Domain.Requests.Approvals;

/// <summary>Whose approval a request needs.</summary>
/// <param name="Role">The role that settings list people for, such as <c>dr-authority</c>.</param>
public sealed record ApprovalNeed(string Role)
{
    /// <summary>No setting can switch it off.</summary>
    public bool IsAlways { get; init; }

    /// <summary>It is needed unless settings say that this type needs none.</summary>
    public bool IsUsual { get; init; }

    /// <summary>How many people have to say yes, each of them once; see <see cref="Needed"/>.</summary>
    public int Approvals { get; init; } = 1;

    /// <summary>
    /// The people it is done for: like its owner they cannot approve it. The id is empty where only a name is known, which proves nobody's
    /// identity.
    /// </summary>
    public IReadOnlyList<Person> Beneficiaries { get; init; } = [];

    /// <summary>How many have to say yes: of two people, one at least is not somebody it is done for.</summary>
    public int Needed => Beneficiaries.Any(person => person.Id.Length == 0) ? Math.Max(2, Approvals) : Approvals;
}
