namespace ChatOpsBot.Domain.Recovery;

/// <summary>What came of a wish to change an event. The family is closed.</summary>
public abstract record RecoveryChange
{
    private RecoveryChange()
    {
    }

    public sealed record Done(RecoveryEvent Event) : RecoveryChange
    {
        /// <summary>The event was there, and this declaration joined it.</summary>
        public bool HasJoined { get; init; }

        /// <summary>Drills that ended because of it.</summary>
        public IReadOnlyList<RecoveryEvent> GaveWay { get; init; } = [];
    }

    /// <summary>There is no such step from here.</summary>
    /// <param name="Possible">The steps there are; none once it is over.</param>
    public sealed record Impossible(IReadOnlyList<RecoveryStep> Possible) : RecoveryChange;

    /// <summary>There is, and somebody else has to take it.</summary>
    /// <param name="By">Any one of these roles.</param>
    public sealed record NotYours(IReadOnlyList<RecoveryRole> By) : RecoveryChange;

    /// <summary>Whoever declared an event cannot approve it.</summary>
    public sealed record OwnDeclaration : RecoveryChange;

    /// <summary>No drill begins where the real thing is on.</summary>
    public sealed record RealIsOpen(RecoveryEvent Event) : RecoveryChange;

    /// <summary>One person alone may go ahead, and not before this time.</summary>
    public sealed record NotYet(DateTimeOffset From) : RecoveryChange;

    /// <summary>One person alone may never go ahead: settings want a second one.</summary>
    public sealed record NeedsSecond : RecoveryChange;
}
