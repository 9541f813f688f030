namespace ChatOpsBot.Host;

/// <summary>What the command line says about a run of the bot.</summary>
/// <param name="Settings">A file with settings beside the usual ones.</param>
/// <param name="Urls">Where to listen; null leaves it to the settings.</param>
public sealed record BotHostArguments(FileInfo? Settings, string? Urls, bool WithPlayground);
