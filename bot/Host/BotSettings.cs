namespace ChatOpsBot.Host;

/// <summary>Where settings come from; a later place wins.</summary>
internal static class BotSettings
{
    /// <param name="extra">A file named on the command line.</param>
    /// <exception cref="StartFaultException">That file does not exist.</exception>
    public static ConfigurationManager Read(ConfigurationManager configuration, FileInfo? extra)
    {
        if (extra is { Exists: false })
            throw new StartFaultException($"The settings file {extra.Name} does not exist.");

        // The program's own folder, not the one it is called from: "dotnet run" is called from anywhere.
        configuration.SetBasePath(AppContext.BaseDirectory);
        configuration.AddJsonFile("appsettings.json", optional: true);
        if (extra is not null)
            configuration.AddJsonFile(extra.FullName, optional: false);
        configuration.AddEnvironmentVariables();
        return configuration;
    }
}
