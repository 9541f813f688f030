using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Host.Local;

/// <summary>How the Playground is started: as a child that ends with the bot, for this machine alone.</summary>
internal static partial class PlaygroundLaunch
{
    // The first line ends it when its standard input ends, which happens however the bot dies. The rest keeps it to this machine: by itself
    // it listens on every network interface, and it has no setting for that.
    private const string Script = """
        process.stdin.on('end', () => process.exit()).resume();
        const { Server } = require('net');
        const listen = Server.prototype.listen;
        Server.prototype.listen = function (port, ...rest) {
            return typeof port === 'number'
                ? listen.call(this, { port, host: '127.0.0.1' }, rest.find(it => typeof it === 'function'))
                : listen.call(this, port, ...rest);
        };
        require(process.argv[1]);
        """;

    /// <param name="node">Full path of Node.js.</param>
    /// <param name="installation">Where the Playground is installed.</param>
    /// <param name="folder">Where it is started: it reads who is there from a file of that folder.</param>
    /// <param name="endpoint">Where the bot takes messages.</param>
    public static ProcessStartInfo Of(string node, string installation, string folder, int port, string endpoint)
    {
        string[] arguments =
        [
            "-e", Script, PlaygroundInstall.Script(installation), "start",
            "-e", endpoint, "-c", "msteams", "-p", $"{port}", "--disable-telemetry",
        ];
        var start = new ProcessStartInfo(node, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        // Without a desktop the Playground would end as soon as it tried to open one.
        if (!HasDesktop)
            start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        return start;
    }

    /// <summary>The error in a line of what Node.js prints when a program fails, such as "TypeError: x is not a function".</summary>
    public static string? ReasonIn(string? line) =>
        line is not null && Error().Match(line) is { Success: true } found ? found.Value.Trim() : null;

    private static bool HasDesktop =>
        OperatingSystem.IsWindows()
        || OperatingSystem.IsMacOS()
        || (PlaygroundInstall.Program("xdg-open") is not null && (IsSet("DISPLAY") || IsSet("WAYLAND_DISPLAY")));

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

    [GeneratedRegex(@"^\s*(?:Uncaught )?\w*Error(?: \[\w+\])?: .+$")]
    private static partial Regex Error();
}
