using System.Diagnostics;

namespace ChatOpsBot.Faults.Situations.Upgraded;

/// <summary>
/// The newest version of the bot in this repository's history that knows only the older migrations, built once in the folder for temporary
/// files.
/// </summary>
internal static class OlderBuild
{
    private const string Migrations = "bot/Storage/Migrations/Postgres/";
    private const string Program = "artifacts/bin/ChatOpsBot.Host/release/ChatOpsBot.dll";

    /// <returns>Its program, and the migration that is not in it.</returns>
    /// <exception cref="InvalidOperationException">There is no history, or it cannot be built.</exception>
    public static async Task<(string Program, string Missing)> GetAsync()
    {
        var root = (await RunAsync(AppContext.BaseDirectory, "git", "rev-parse", "--show-toplevel")).Trim();
        var now = await MigrationsAsync(root, "HEAD");
        foreach (var change in Lines(await RunAsync(root, "git", "log", "--format=%H", "--", Migrations)))
        {
            var then = await MigrationsAsync(root, $"{change}^");
            if (then.Count < now.Count && then.SequenceEqual(now.Take(then.Count)))
                return (await BuildAsync(root, (await RunAsync(root, "git", "rev-parse", $"{change}^")).Trim()), now[then.Count]);
        }

        throw new InvalidOperationException("No commit of this history has fewer migrations and no others.");
    }

    private static async Task<IReadOnlyList<string>> MigrationsAsync(string root, string commit) =>
        [
            .. Lines(await RunAsync(root, "git", "ls-tree", "--name-only", commit, Migrations))
                .Select(path => Path.GetFileNameWithoutExtension(path)!)
                .Where(name => char.IsAsciiDigit(name[0]) && !name.EndsWith(".Designer", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    // Unfinished ones have another name, so that one that was broken off is never taken for a build.
    private static async Task<string> BuildAsync(string root, string commit)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"chatopsbot-older-{commit[..12]}");
        if (!File.Exists(Path.Combine(folder, Program)))
        {
            var unfinished = Directory.CreateDirectory($"{folder}.{Environment.ProcessId}").FullName;
            var archive = Path.Combine(unfinished, "source.tar");
            await RunAsync(root, "git", "archive", $"--output={archive}", commit);
            await RunAsync(unfinished, "tar", "-xf", archive);
            await RunAsync(unfinished, "dotnet", "build", "bot/Host", "-c", "Release", "-p:RunAnalyzers=false", "-v", "q");
            Directory.Move(unfinished, folder);
        }

        return Path.Combine(folder, Program);
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode == 0)
            return await output;

        var command = $"{program} {string.Join(' ', arguments)}";
        throw new InvalidOperationException($"{command} ended with {process.ExitCode}: {await errors}{await output}");
    }
}
