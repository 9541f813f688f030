using System.Diagnostics;

namespace ChatOpsBot.Host.Local;

/// <summary>
/// The Playground's program, installed from npm on the first run and found there on every later one. Its licence allows no
/// redistribution, so it never comes with the bot.
/// </summary>
internal static class PlaygroundInstall
{
    public const string Version = "0.2.28";

    private const string Package = "@microsoft/m365agentsplayground";

    /// <summary>Full path of a program on the PATH, or null.</summary>
    public static string? Program(string name)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending)))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Where the program lies in an installation folder.</summary>
    public static string Script(string folder) =>
        Path.Combine(folder, "node_modules", "@microsoft", "m365agentsplayground", "cli.js");

    /// <summary>Installs it unless it is there.</summary>
    /// <param name="say">Told before the installation begins.</param>
    /// <returns>Null when it is installed now, otherwise why not, in one line.</returns>
    public static async Task<string?> EnsureAsync(string folder, Action<string> say, CancellationToken cancel)
    {
        if (File.Exists(Script(folder)))
            return null;

        say("Installing the Microsoft 365 Agents Playground from npm (first start only) ...");
        return await InstallAsync(folder, cancel) is { } reason ? $"The Playground cannot be installed: {reason}" : null;
    }

    private static async Task<string?> InstallAsync(string folder, CancellationToken cancel)
    {
        if (Program("npm") is not { } npm)
            return "npm is not on the PATH.";

        try
        {
            Directory.CreateDirectory(folder);
            var start = new ProcessStartInfo(npm)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder,
            };
            foreach (
                var argument in new[]
                {
                    "install",
                    "--prefix",
                    folder,
                    "--no-audit",
                    "--no-fund",
                    "--loglevel=error",
                    $"{Package}@{Version}",
                })
                start.ArgumentList.Add(argument);

            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            await output;
            return process.ExitCode == 0 && File.Exists(Script(folder)) ? null : FirstLine(errors) ?? $"npm ended with {process.ExitCode}.";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            return fault.Message;
        }
    }

    private static string? FirstLine(string text) =>
        text.Split('\n')
            .Select(line => line.Trim())
            .FirstOrDefault(line => line.Length > 0 && !line.StartsWith("npm notice", StringComparison.Ordinal));
}
