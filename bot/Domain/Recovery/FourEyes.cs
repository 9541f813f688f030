namespace ChatOpsBot.Domain.Recovery;

/// <summary>Whether a second person has to approve a declaration.</summary>
public enum FourEyes
{
    /// <summary>Always.</summary>
    Required,

    /// <summary>Once nobody has decided within the time settings give, one who leads events may go ahead and says why.</summary>
    RequiredWithTimeLimit,
}
