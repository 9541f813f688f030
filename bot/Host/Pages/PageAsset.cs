using System.Security.Cryptography;
using System.Text;

namespace ChatOpsBot.Host.Pages;

/// <summary>A stylesheet or script, as it comes with the bot.</summary>
/// <param name="Path">Where the bot serves it.</param>
internal sealed record PageAsset(string Path, string MediaType, string Text)
{
    private const int VersionLetters = 12;

    /// <summary>What all pages have in common.</summary>
    public static PageAsset Shared { get; } = Style("/pages.css");

    /// <summary>Changes with the contents.</summary>
    public string Version { get; } = VersionOf(Text);

    /// <summary>Path and version: another address after an upgrade of the bot.</summary>
    public string Address => $"{Path}?v={Version}";

    /// <summary>A stylesheet whose file has the name that the path ends with.</summary>
    public static PageAsset Style(string path) => new(path, "text/css; charset=utf-8", Read(path));

    /// <inheritdoc cref="Style"/>
    public static PageAsset Script(string path) => new(path, "text/javascript; charset=utf-8", Read(path));

    public static string VersionOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..VersionLetters];

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, () => Results.Text(Text, MediaType));

    private static string Read(string path)
    {
        using var reader = new StreamReader(typeof(PageAsset).Assembly.GetManifestResourceStream(path[(path.LastIndexOf('/') + 1)..])!);
        return reader.ReadToEnd();
    }
}
