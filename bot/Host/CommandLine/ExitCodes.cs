namespace ChatOpsBot.Host.CommandLine;

/// <summary>What a script learns from the bot's commands.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The command worked and its result is negative: a page without rows, a check that failed.</summary>
    public const int Negative = 1;

    /// <summary>The command was not understood, or a setting is wrong.</summary>
    public const int Usage = 2;
}
