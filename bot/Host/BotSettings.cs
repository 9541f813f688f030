namespace ChatOpsBot.Host;

/// <summary>Where settings come from; a later place wins.</summary>
internal static class BotSettings
{
    /// <summary>For the commands that run without a host.</summary>
    /// <param name="environment">Its name, whose settings stand above those for all; null for a command that needs none of them.</param>
    public static IConfiguration Read(FileInfo? extra, string? environment = null)
    {
        // The program's own folder, not the one it is called from: "dotnet run" is called from anywhere.
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true);
        if (environment is not null)
            configuration.AddJsonFile($"appsettings.{environment}.json", optional: true);
        // As the host does: ASPNETCORE_HTTP_PORTS, ASPNETCORE_URLS.
        configuration.AddEnvironmentVariables("ASPNETCORE_");
        AddFiles(configuration, extra);
        return configuration.Build();
    }

    /// <summary>
    /// Adds, above appsettings.json and below the environment, the file named on the command line and the <see cref="SecretFiles"/>.
    /// </summary>
    /// <exception cref="StartFaultException">The named file does not exist.</exception>
    public static void AddFiles(IConfigurationBuilder configuration, FileInfo? named)
    {
        if (named is { Exists: false })
            throw new StartFaultException($"The settings file {named.Name} does not exist.");

        if (named is not null)
            configuration.AddJsonFile(named.FullName, optional: false);
        SecretFiles.Add(configuration);
        configuration.AddEnvironmentVariables();
    }
}
