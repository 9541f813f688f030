using Microsoft.Extensions.FileProviders;

namespace ChatOpsBot.Host;

/// <summary>
/// Settings that stand in a file each, named like the environment variable they spare: <c>Teams__ClientSecret</c>. So a secret is in no
/// environment, which other programs of the same user can read. The folder is the one systemd names in <c>CREDENTIALS_DIRECTORY</c>
/// (systemd.exec, "LoadCredential="), or the one where Docker and Compose lay secrets.
/// </summary>
internal static class SecretFiles
{
    private const string NamedBySystemd = "CREDENTIALS_DIRECTORY";
    private const string OfContainers = "/run/secrets";

    /// <summary>Between a section and its setting. A file without it is somebody else's, and is not opened.</summary>
    private const string Separator = "__";

    public static void Add(IConfigurationBuilder configuration)
    {
        var folder = Environment.GetEnvironmentVariable(NamedBySystemd) is { Length: > 0 } named ? named : OfContainers;
        if (!Directory.Exists(folder))
            return;

        configuration.AddKeyPerFile(files =>
        {
            files.FileProvider = new PhysicalFileProvider(folder);
            files.SectionDelimiter = Separator;
            files.IgnoreCondition = name => !name.Contains(Separator, StringComparison.Ordinal);
            files.Optional = true;
        });
    }
}
