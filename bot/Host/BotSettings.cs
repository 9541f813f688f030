namespace ChatOpsBot.Host;

/// <summary>Where settings come from; a later place wins.</summary>
internal static class BotSettings
{
    /// <summary>For the commands that run without a host.</summary>
    /// <param name="environment">Its name, whose settings stand above those for all; null for a command that needs none of them.</param>
    public static IConfiguration Read(FileInfo? extra, string? environment = null)
    {
        // The program's own folder, not the one it is called from: "dotnet run" is called from anywhere.
        var configuration = new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true);
        if (environment is not null)
            configuration.AddJsonFile($"appsettings.{environment}.json", optional: true);
        AddNamed(configuration, extra);
        return configuration.AddEnvironmentVariables().Build();
    }

    /// <summary>Adds the file named on the command line above appsettings.json and below the environment.</summary>
    /// <exception cref="StartFaultException">That file does not exist.</exception>
    public static void AddNamed(IConfigurationBuilder configuration, FileInfo? extra)
    {
        if (extra is null)
            return;

        if (!extra.Exists)
            throw new StartFaultException($"The settings file {extra.Name} does not exist.");

        configuration.AddJsonFile(extra.FullName, optional: false).AddEnvironmentVariables();
    }
}
