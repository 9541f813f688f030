namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>What is done when a message left for Teams and nobody knows whether it stands there.</summary>
public enum UnknownEndPolicy
{
    /// <summary>It is sent once more, and says so: of a DR event people had better hear twice than never.</summary>
    SendAgain,

    /// <summary>It is left as it is, and told where deliveries are listed.</summary>
    LeaveIt,
}
