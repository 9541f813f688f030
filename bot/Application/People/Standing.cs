namespace ChatOpsBot.Application.People;

/// <summary>What Teams says of somebody in the company whose conversation this is.</summary>
public enum Standing
{
    /// <summary>Teams did not say, or nobody asked.</summary>
    Unknown,

    Member,

    /// <summary>A guest, or somebody of another tenant.</summary>
    Guest,
}
