namespace ChatOpsBot.Domain.Recovery;

/// <summary>What came of a wish to change an event. The family is closed.</summary>
public abstract record RecoveryChange
{
    private RecoveryChange()
    {
    }

    public sealed record Done(RecoveryEvent Event) : RecoveryChange;

    /// <summary>There is no such step from here.</summary>
    /// <param name="Possible">The steps there are; none once it is over.</param>
    public sealed record Impossible(IReadOnlyList<RecoveryStep> Possible) : RecoveryChange;

    /// <summary>There is, and somebody else has to take it.</summary>
    /// <param name="By">Any one of these roles.</param>
    public sealed record NotYours(IReadOnlyList<RecoveryRole> By) : RecoveryChange;

    /// <summary>Whoever declared an event cannot approve it.</summary>
    public sealed record OwnDeclaration : RecoveryChange;
}
