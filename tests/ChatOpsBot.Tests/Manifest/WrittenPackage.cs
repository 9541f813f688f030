using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Manifest;

/// <summary>A package as the command writes it, read by what is not the library that wrote it.</summary>
internal sealed class WrittenPackage
{
    public const string BotId = "66666666-7777-4888-9999-aaaaaaaaaaaa";

    /// <summary>What has to be said at least.</summary>
    public static readonly string[] Least = ["--app-id", BotId, "--domain", "bot.example.com"];

    private static readonly Lazy<Task<WrittenPackage>> Shared = new(() => WriteAsync(Least));

    private readonly Dictionary<string, byte[]> _files = [];

    private WrittenPackage(byte[] zip)
    {
        Zip = zip;
        using var archive = new ZipArchive(new MemoryStream(zip));
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            _files.Add(entry.FullName, content.ToArray());
        }
    }

    public byte[] Zip { get; }

    public IReadOnlyDictionary<string, byte[]> Files => _files;

    public JsonObject Manifest => JsonNode.Parse(Text("manifest.json"))!.AsObject();

    /// <summary>One package for all tests that only look at it.</summary>
    public static Task<WrittenPackage> GetAsync() => Shared.Value;

    public static async Task<WrittenPackage> WriteAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        var folder = Directory.CreateTempSubdirectory("chatopsbot-package-");
        try
        {
            var file = Path.Combine(folder.FullName, "app.zip");
            var (code, output, errors) = await BotProcess.RunAsync(["package", "--out", file, .. arguments], "", environment);
            Assert.True(code == 0, errors);
            Assert.Equal(file, output.TrimEnd());
            return new(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public string Text(string name) => Encoding.UTF8.GetString(_files[name]);

    /// <summary>Lays the files into a folder.</summary>
    public void Unpack(DirectoryInfo folder)
    {
        foreach (var (name, content) in _files)
            File.WriteAllBytes(Path.Combine(folder.FullName, name), content);
    }
}
