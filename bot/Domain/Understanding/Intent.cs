namespace ChatOpsBot.Domain.Understanding;

/// <summary>What a person wants with a sentence.</summary>
public enum Intent
{
    /// <summary>Who carries a duty.</summary>
    Responsibility,

    /// <summary>To start one of the guided requests.</summary>
    Request,

    /// <summary>To declare a disaster or order a failover. A question about a failover is <see cref="Responsibility"/>.</summary>
    DrEvent,

    SmallTalk,

    /// <summary>Outside the matrix, or not understood.</summary>
    Unknown,
}
