using ChatOpsBot.Tests.House;

namespace ChatOpsBot.Tests.Manifest;

/// <summary><c>package</c> as somebody calls it who wants the bot in their Teams.</summary>
public sealed class PackageCommandTests
{
    [Fact]
    public async Task The_package_holds_the_manifest_and_all_it_names_without_a_folder()
    {
        var package = await WrittenPackage.GetAsync();

        Assert.Equal(["color.png", "de.json", "manifest.json", "outline.png"], package.Files.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("${{", package.Text("manifest.json"), StringComparison.Ordinal);
        Assert.Equal(ManifestSource.Text("de.json"), package.Text("de.json"));
    }

    [Fact]
    public async Task Its_values_are_those_that_were_said_and_what_follows_from_them()
    {
        var manifest = (await WrittenPackage.GetAsync()).Manifest;

        Assert.Equal(
            (WrittenPackage.BotId, WrittenPackage.BotId),
            ((string?)manifest["bots"]![0]!["botId"], (string?)manifest["composeExtensions"]![0]!["botId"]));
        Assert.Equal("bot.example.com", (string?)manifest["validDomains"]![0]);
        Assert.Equal("bot.example.com", (string?)manifest["developer"]!["name"]);
        Assert.Equal("https://bot.example.com/privacy", (string?)manifest["developer"]!["privacyUrl"]);
    }

    [Fact]
    public async Task Its_version_is_that_of_the_product() => Assert.Equal(
        Repository.Version, (string?)(await WrittenPackage.GetAsync()).Manifest["version"]);

    [Fact]
    public async Task The_same_order_gives_the_same_bytes_anywhere_and_any_time()
    {
        var elsewhere = await WrittenPackage.WriteAsync(
            WrittenPackage.Least, ("TZ", "Asia/Tokyo"), ("LANG", "tr_TR.UTF-8"), ("DOTNET_ENVIRONMENT", "Development"));

        Assert.Equal((await WrittenPackage.GetAsync()).Zip, elsewhere.Zip);
        // Who made it (APPNOTE 4.4.2): the byte after the version, in every entry of the directory at the end; 0 is no system in
        // particular.
        var entries = Enumerable
            .Range(0, elsewhere.Zip.Length - 5)
            .Where(at => elsewhere.Zip.AsSpan(at, 4).SequenceEqual("PK\u0001\u0002"u8))
            .ToList();
        Assert.Equal([0, 0, 0, 0], entries.Select(at => (int)elsewhere.Zip[at + 5]));
    }

    [Fact]
    public async Task The_same_bot_is_always_the_same_app_and_another_bot_another()
    {
        var other = await WrittenPackage.WriteAsync(["--app-id", "66666666-7777-4888-9999-aaaaaaaaaaab", "--domain", "bot.example.com"]);

        // Never to change: it would make a second app of every one that is installed.
        Assert.Equal("2a7fcbbd-5617-5f27-97b6-833d73e41211", (string?)(await WrittenPackage.GetAsync()).Manifest["id"]);
        Assert.NotEqual((string?)other.Manifest["id"], (string?)(await WrittenPackage.GetAsync()).Manifest["id"]);
    }

    [Fact]
    public async Task What_is_said_comes_through_whatever_signs_are_in_it()
    {
        const string Name = """Müller "Ops" \ ${{X}} {0} & Co""";
        var package = await WrittenPackage.WriteAsync([
            "--app-id",
            $"{{{WrittenPackage.BotId.ToUpperInvariant()}}}",
            "--domain",
            "BÜCHER.example",
            "--teams-app-id",
            "11111111-2222-4333-8444-555555555555",
            "--developer-name",
            Name,
            "--developer-site",
            "https://www.example.com/it/?a=b",
            "--terms-page",
            "https://www.example.com/agb",
        ]);
        var developer = package.Manifest["developer"]!;

        Assert.Equal("11111111-2222-4333-8444-555555555555", (string?)package.Manifest["id"]);
        Assert.Equal(WrittenPackage.BotId, (string?)package.Manifest["bots"]![0]!["botId"]);
        Assert.Equal("xn--bcher-kva.example", (string?)package.Manifest["validDomains"]![0]);
        Assert.Equal(
            (Name, "https://www.example.com/it/?a=b", "https://www.example.com/it/privacy", "https://www.example.com/agb"),
            (
                (string?)developer["name"],
                (string?)developer["websiteUrl"],
                (string?)developer["privacyUrl"],
                (string?)developer["termsOfUseUrl"]));
    }

    [Fact]
    public async Task The_bots_own_setting_stands_in_for_its_id()
    {
        var package = await WrittenPackage.WriteAsync(["--domain", "bot.example.com"], ("Teams__AppId", WrittenPackage.BotId));

        Assert.Equal((await WrittenPackage.GetAsync()).Zip, package.Zip);
    }

    [Fact]
    public async Task A_name_too_long_for_a_developer_is_told_by_its_end() =>
        Assert.Equal(
            "operations.example.com",
            (string?)
                (
                    await WrittenPackage.WriteAsync([
                        "--app-id",
                        WrittenPackage.BotId,
                        "--domain",
                        "chatops.ibm-i.production.operations.example.com",
                    ])).Manifest["developer"]!["name"]);
}
