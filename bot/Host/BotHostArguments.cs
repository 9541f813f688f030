namespace ChatOpsBot.Host;

/// <summary>What the command line says about a run of the bot.</summary>
public sealed record BotHostArguments
{
    /// <summary>A file with settings beside the usual ones.</summary>
    public FileInfo? Settings { get; init; }

    /// <summary>Where to listen; null leaves it to the settings.</summary>
    public string? Urls { get; init; }

    public bool WithPlayground { get; init; } = true;

    /// <summary>The support desk that is played for this run, by its word on the command line; null for none.</summary>
    public string? DeskSandbox { get; init; }

    /// <summary>The name of the environment, such as Development; null means Production.</summary>
    public string? Environment { get; init; }
}
