using ChatOpsBot.Tests.House;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Benchmarks.Peers;

/// <summary>What the bot is measured beside, and the bot itself.</summary>
internal static class PeerList
{
    public const string Reference = "Bot Framework echo, C#";

    private const string ListenOn = "http://127.0.0.1:{port}";

    // Nobody writes a log line per turn: neither the bot, which otherwise would, nor the others.
    private static readonly Dictionary<string, string> Quiet = new() { ["Logging__LogLevel__Default"] = "Error" };

    private static string Npm => Path.Combine(Repository.Root.FullName, "tests", "npm");

    /// <param name="folder">Where the bot keeps its database.</param>
    public static IReadOnlyList<Peer> In(DirectoryInfo folder) =>
    [
        DotNet("ASP.NET Core, empty answer", ["empty"]) with { IsBot = false },
        DotNet(Reference, ["echo"]),
        Node("Bot Framework echo, JavaScript", "echo-botbuilder.js", "botbuilder"),
        Node("Microsoft 365 Agents SDK echo, JavaScript", "echo-agents.js", "@microsoft/agents-hosting"),
        Bot(folder),
    ];

    public static Peer Bot(DirectoryInfo folder) => new(
        "ChatOpsBot",
        "dotnet",
        [Built("ChatOpsBot.dll"), "--dev", "--no-playground", "--urls", ListenOn],
        new Dictionary<string, string>(
            Unpaced.Settings.Select(it => KeyValuePair.Create(it.Key.Replace(":", "__", StringComparison.Ordinal), it.Value!)).Concat(Quiet))
        {
            ["Storage__ConnectionString"] = $"Data Source={folder.FullName}/bot.db",
        });

    private static Peer DotNet(string name, IReadOnlyList<string> which) =>
        new(name, "dotnet", [Built("ChatOpsBot.Peers.dll"), .. which, "--urls", ListenOn], Quiet);

    private static Peer Node(string name, string script, string package) => new(
        name,
        "node",
        [Path.Combine(Npm, script)],
        new Dictionary<string, string> { ["PORT"] = "{port}" },
        Missing: Directory.Exists(Path.Combine(Npm, "node_modules", package)) ? null : "needs Node.js and: npm ci --prefix tests/npm");

    private static string Built(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
