using System.Security.Cryptography;
using System.Text;

namespace ChatOpsBot.Host.Wall;

/// <summary>The page's stylesheet and script, as they come with the bot.</summary>
internal static class WallAssets
{
    private const int VersionLetters = 12;

    public static string Style { get; } = Read("wall.css");

    public static string Script { get; } = Read("wall.js");

    /// <summary>Changes with the contents: a screen that stays on for weeks reloads after an upgrade of the bot.</summary>
    public static string Version { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Style + Script)))[..VersionLetters];

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(WallAssets).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
