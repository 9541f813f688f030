using System.Text;
using System.Text.Json.Nodes;
using ICSharpCode.SharpZipLib.Zip;

namespace ChatOpsBot.Host.TeamsApp;

/// <summary>
/// The app package that an administrator uploads: a zip of the manifest and the files it names, all without a folder. They come with
/// the program, so that it needs no repository beside it. The same order gives the same bytes on every machine: hence the library,
/// since the zips of .NET say which system made them, and compress as its zlib does.
/// </summary>
internal static class AppPackage
{
    private const string ManifestName = "manifest.json";

    /// <summary>The earliest time that a zip can hold; the day of making would make every package another one.</summary>
    private static readonly DateTime Never = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public static byte[] Make(PackageContent order)
    {
        var manifest = FilledManifest.Of(JsonNode.Parse(Part(ManifestName))!.AsObject(), order);
        using var bytes = new MemoryStream();
        using (var zip = new ZipOutputStream(bytes) { IsStreamOwner = false, UseZip64 = UseZip64.Off })
        {
            Add(zip, ManifestName, Encoding.UTF8.GetBytes(FilledManifest.ToText(manifest)));
            foreach (var name in FilesOf(manifest))
                Add(zip, name, Part(name));
        }

        return bytes.ToArray();
    }

    /// <summary>The Teams app that a file is a package of; null for any other file.</summary>
    public static Guid? AppIn(FileInfo file)
    {
        try
        {
            using var zip = new ZipFile(file.FullName);
            return zip.GetEntry(ManifestName) is { } entry && JsonNode.Parse(zip.GetInputStream(entry)) is JsonObject manifest
                && Guid.TryParse((string?)manifest["id"], out var id) ? id : null;
        }
        catch (Exception fault) when (fault is ZipException or System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<string> FilesOf(JsonObject manifest) =>
        manifest["icons"]!.AsObject().Select(icon => (string)icon.Value!)
            .Concat(manifest["localizationInfo"]!["additionalLanguages"]!.AsArray().Select(language => (string)language!["file"]!));

    private static void Add(ZipOutputStream zip, string name, byte[] content)
    {
        zip.PutNextEntry(new ZipEntry(name) { DateTime = Never, HostSystem = (int)HostSystemID.Msdos, Size = content.Length });
        zip.Write(content);
        zip.CloseEntry();
    }

    private static byte[] Part(string name)
    {
        using var part = typeof(AppPackage).Assembly.GetManifestResourceStream($"manifest/{name}")
            ?? throw new InvalidOperationException($"The program does not hold {name} of its app package.");
        using var bytes = new MemoryStream();
        part.CopyTo(bytes);
        return bytes.ToArray();
    }
}
