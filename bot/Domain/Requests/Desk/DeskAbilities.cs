namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>What can be done at a desk beside opening a ticket: what is not among it, no card offers.</summary>
[Flags]
public enum DeskAbilities
{
    None = 0,

    /// <summary>What was changed can be put into the ticket before somebody works on it.</summary>
    Amend = 1,

    /// <summary>The ticket can be taken back before somebody works on it.</summary>
    Withdraw = 2,

    /// <summary>States and comments come back.</summary>
    Updates = 4,

    /// <summary>An answer becomes a comment in the ticket.</summary>
    Comment = 8,

    /// <summary>A proposed solution can be accepted, or not.</summary>
    Settle = 16,

    /// <summary>Files go with the ticket.</summary>
    Attach = 32,
}
