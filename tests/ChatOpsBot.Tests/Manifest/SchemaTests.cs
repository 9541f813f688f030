using NJsonSchema;

namespace ChatOpsBot.Tests.Manifest;

/// <summary>The manifest against the schemas that Microsoft publishes in the npm package @microsoft/app-manifest.</summary>
public sealed class SchemaTests
{
    private const string Folder = "tests/npm/node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.24";

    [Fact]
    public async Task The_manifest_is_valid() => Assert.Empty(await Faults("MicrosoftTeams.schema.json", AppPackage.Manifest));

    [Fact]
    public async Task Every_translation_is_valid()
    {
        foreach (var file in AppPackage.Languages.Values)
            Assert.Empty(await Faults("MicrosoftTeams.Localization.schema.json", AppPackage.Text(file)));
    }

    [Theory]
    [InlineData("\"groupChat\"", "\"everywhere\"")]
    [InlineData("\"botId\"", "\"bot\"")]
    [InlineData("66666666-7777-8888-9999-000000000000", "${{BOT_APP_ID}}")]
    [InlineData("\"accentColor\": \"#0b4f6c\",", "")]
    public async Task A_spoiled_manifest_is_not_valid(string good, string bad) =>
        Assert.NotEmpty(await Faults("MicrosoftTeams.schema.json", AppPackage.Manifest.Replace(good, bad, StringComparison.Ordinal)));

    [Fact]
    public async Task A_translation_of_something_that_Teams_does_not_translate_is_not_valid() =>
        Assert.NotEmpty(await Faults("MicrosoftTeams.Localization.schema.json", """{"name.short":"a","description.short":"b","description.full":"c","botz":"d"}"""));

    [Fact]
    public void The_manifest_names_the_schema_it_is_checked_against()
    {
        Assert.Contains("/teams/v1.24/MicrosoftTeams.schema.json\"", AppPackage.Manifest, StringComparison.Ordinal);
        Assert.Contains("\"manifestVersion\": \"1.24\"", AppPackage.Manifest, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> Faults(string schema, string json)
    {
        var path = Path.Combine(AppPackage.Root, Folder, schema);
        if (!File.Exists(path))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "The schemas are not installed (npm ci --prefix tests/npm).");
            Assert.Fail($"{path} is missing: run npm ci --prefix tests/npm.");
        }

        return (await JsonSchema.FromFileAsync(path, TestContext.Current.CancellationToken)).Validate(json).Select(fault => fault.ToString());
    }
}
