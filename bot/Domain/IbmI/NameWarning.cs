namespace ChatOpsBot.Domain.IbmI;

/// <summary>What is right, but better looked at twice.</summary>
public enum NameWarning
{
    /// <summary>
    /// Names that begin with Q are those IBM supplies; people are told not to begin theirs so.
    /// Source: IBM i documentation, page rbam6/rbam6objnamrules.
    /// </summary>
    SuppliedByIbm,
}
