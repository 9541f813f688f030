using System.Text.RegularExpressions;

namespace ChatOpsBot.Tests.House.Settings;

/// <summary>
/// The page names every setting there is, with what the code says of it. <c>CHATOPSBOT_ACCEPT=1</c> rewrites the table.
/// </summary>
public sealed partial class SettingsPageTests
{
    private const string Page = "bot/Host/SETTINGS.md";

    [Fact]
    public void The_table_holds_every_setting()
    {
        var page = Repository.Read(Page);
        var table = Table().Match(page).Groups["table"];
        var now = $"\n{SettingsTable.Text}";
        if (Environment.GetEnvironmentVariable("CHATOPSBOT_ACCEPT") == "1" && table.Value != now)
            File.WriteAllText(
                Path.Combine(Repository.Root.FullName, Page), page[..table.Index] + now + page[(table.Index + table.Length)..]);
        else
            Assert.Equal(now, table.Value);
    }

    [Fact]
    public void Every_setting_says_what_it_is() =>
        Assert.Empty(SettingsTable.Rows.Where(row => row.Means.Length < 10).Select(row => row.Name));

    [Fact]
    public void Every_section_says_what_it_is() =>
        Assert.Empty(
            SettingsTable.Options().Where(options => string.IsNullOrEmpty(WrittenDocs.Of(options))).Select(SettingsTable.SectionOf));

    /// <summary>Pages and files beside the code speak of settings by the names they have.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("bot/Host/INSTALL.md")]
    [InlineData("bot/Host/OPERATE.md")]
    [InlineData("bot/Host/README.md")]
    [InlineData("bot/Host/SETTINGS.md")]
    [InlineData("bot/Storage/README.md")]
    [InlineData("manifest/README.md")]
    [InlineData("bot/Host/Deployment/compose.yaml")]
    [InlineData("bot/Host/Deployment/chatopsbot.env")]
    [InlineData("bot/Host/Deployment/chatopsbot.service")]
    [InlineData("bot/Host/Deployment/chatopsbot.sh")]
    public void What_is_written_elsewhere_is_a_setting(string path)
    {
        var known = SettingsTable.Rows.Select(row => Number().Replace(row.Name, "__0")).ToList();
        var named = Named().Matches(Repository.Read(path)).Select(match => Number().Replace(match.Value, "__0")).Distinct();
        Assert.All(named, name => Assert.Contains(known, row => Fits(row, name)));
    }

    // A page may name a whole group, as in Recovery__Channels__0, or one role of any.
    private static bool Fits(string row, string name) =>
        row == name || row.StartsWith($"{name}__", StringComparison.Ordinal)
        || (row.Split("<role>") is [var before, _] && name.StartsWith(before, StringComparison.Ordinal));

    [GeneratedRegex(@"<!-- settings -->(?<table>.*)<!-- /settings -->", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(
        @"\b(Teams|Storage|Systems|Approvals|Recovery|Contact|Turns|Desk|LanguageModel|Outbox|Pacing|Playground|Retention|Search|Telemetry)(__[A-Za-z0-9][A-Za-z0-9-]*)+"
    )]
    private static partial Regex Named();

    [GeneratedRegex(@"__\d+")]
    private static partial Regex Number();
}
