namespace ChatOpsBot.Application.Recovery;

/// <summary>Where the wall page is on the bot's own web server.</summary>
public static class WallAddress
{
    /// <summary>The page of current DR events.</summary>
    public const string Page = "/events";

    /// <summary>Where an invitation is taken.</summary>
    public const string Enter = "/events/enter";
}
