using System.CommandLine;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>The options that every command takes.</summary>
internal sealed class GlobalOptions
{
    private static readonly string[] EnvironmentVariables = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];

    public Option<FileInfo?> Settings { get; } = new("--settings")
    {
        Description = "A JSON file with settings, above appsettings.json and below the environment.",
        Recursive = true,
    };

    public Option<bool> Development { get; } = new("--dev")
    {
        Description = "Use the environment Development unless DOTNET_ENVIRONMENT names another. \"dotnet run\" passes this.",
        Recursive = true,
    };

    public BotHostArguments Arguments(ParseResult parsed) => new()
    {
        Settings = parsed.GetValue(Settings),
        Environment = EnvironmentVariables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(name => !string.IsNullOrEmpty(name))
            ?? (parsed.GetValue(Development) ? Environments.Development : Environments.Production),
    };
}
