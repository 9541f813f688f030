using System.Diagnostics;
using NJsonSchema;

namespace ChatOpsBot.Tests.Manifest;

/// <summary>
/// A written package against the schemas, and the validator, that Microsoft publishes in the npm package @microsoft/app-manifest.
/// </summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task The_manifest_is_valid() => Assert.Empty(await Faults((await WrittenPackage.GetAsync()).Text("manifest.json")));

    [Fact]
    public async Task Every_translation_is_valid()
    {
        var package = await WrittenPackage.GetAsync();
        foreach (var file in ManifestSource.Files.Values)
            Assert.Empty(await Faults(package.Text(file), "MicrosoftTeams.Localization.schema.json"));
    }

    [Theory]
    [InlineData("\"groupChat\"", "\"everywhere\"")]
    [InlineData("\"botId\"", "\"bot\"")]
    [InlineData(WrittenPackage.BotId, "${{BOT_APP_ID}}")]
    [InlineData("\"accentColor\": \"#0b4f6c\",", "")]
    [InlineData("\"initialRun\": true", "\"initialRun\": \"yes\"")]
    public async Task A_spoiled_manifest_is_not_valid(string good, string bad)
    {
        var manifest = (await WrittenPackage.GetAsync()).Text("manifest.json");
        Assert.Contains(good, manifest, StringComparison.Ordinal);
        Assert.NotEmpty(await Faults(manifest.Replace(good, bad, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_command_more_than_a_list_may_hold_is_not_valid()
    {
        var manifest = (await WrittenPackage.GetAsync()).Manifest;
        var commands = manifest["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray();
        while (commands.Count < 13)
            commands.Add(commands[0]!.DeepClone());

        Assert.NotEmpty(await Faults(manifest.ToJsonString()));
    }

    [Fact]
    public async Task A_translation_with_a_key_of_nothing_is_not_valid()
    {
        var german = (await WrittenPackage.GetAsync()).Text("de.json");
        Assert.NotEmpty(
            await Faults(german.Replace("name.short", "name.middle", StringComparison.Ordinal), "MicrosoftTeams.Localization.schema.json"));
    }

    [Fact]
    public async Task Microsofts_own_validator_finds_nothing() =>
        Assert.Equal("[]", await CheckAsync((await WrittenPackage.GetAsync()).Unpack));

    [Fact]
    public async Task Microsofts_own_validator_finds_what_is_spoiled()
    {
        var manifest = (await WrittenPackage.GetAsync()).Manifest;
        manifest["name"]!["short"] = "A name that is longer than thirty characters";
        var said = await CheckAsync(folder => File.WriteAllText(Path.Combine(folder.FullName, "manifest.json"), manifest.ToJsonString()));

        Assert.Contains("/name/short", said, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> Faults(string document, string schema = "MicrosoftTeams.schema.json")
    {
        var read = await JsonSchema.FromFileAsync(NpmPackages.Schema(Version, schema), TestContext.Current.CancellationToken);
        return read.Validate(document).Select(fault => fault.ToString());
    }

    private static string Version => (string)ManifestSource.Manifest["manifestVersion"]!;

    private static async Task<string> CheckAsync(Action<DirectoryInfo> lay)
    {
        _ = NpmPackages.Schema(Version, "");
        NpmPackages.NeedNode();
        var folder = Directory.CreateTempSubdirectory("chatopsbot-package-");
        try
        {
            lay(folder);
            using var node = Process.Start(
                new ProcessStartInfo("node", [NpmPackages.Script("check-package.js"), folder.FullName]) { RedirectStandardOutput = true })!;
            var said = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, node.ExitCode);
            return said.TrimEnd();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
