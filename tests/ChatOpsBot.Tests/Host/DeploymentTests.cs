using System.Text.RegularExpressions;
using ChatOpsBot.Tests.House;

namespace ChatOpsBot.Tests.Host;

/// <summary>What lies ready in Deployment fits the bot.</summary>
public sealed partial class DeploymentTests : IDisposable
{
    private const string Folder = "bot/Host/Deployment";
    private const string Id = "11111111-2222-3333-4444-555555555555";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-");

    [Fact]
    public async Task The_example_settings_are_accepted_as_they_are()
    {
        var settings = Example().Matches(Repository.Read($"{Folder}/chatopsbot.env"))
            .ToDictionary(line => line.Groups["name"].Value, line => line.Groups["value"].Value);
        settings["Teams__AppId"] = settings["Teams__TenantId"] = Id;
        settings["Teams__ClientSecret"] = "made up";
        settings["Storage__ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "bot.db")}";
        // Nobody listens there, so that nothing of this leaves the machine.
        settings["HTTPS_PROXY"] = "http://127.0.0.1:9";

        var (_, output, _) = await BotProcess.RunAsync(["doctor"], "", [.. settings.Select(it => (it.Key, it.Value))]);

        string[] expected =
        [
            "ok    configuration: all settings are valid.",
            "ok    systems: 3 listed, 1 production, 1 with DR.",
            "ok    approvals: dr_failover: 3 people may approve (Approvals:Roles:dr-authority).",
            "ok    DR events: every role has somebody.",
            "ok    telemetry: metrics are served at http://localhost:9464/metrics, to this machine only.",
        ];
        var lines = output.TrimEnd().Split('\n');
        Assert.All(expected, line => Assert.Contains(line, lines));
        var faults = lines.Where(line => line.StartsWith("FAIL", StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.Matches(" tokens: | language model: ", fault));
    }

    /// <summary>Without the call .NET does not start. Behind ProtectProc it does not see systemd and never reports ready.</summary>
    [Fact]
    public void The_unit_forbids_nothing_that_dotnet_needs()
    {
        var unit = Repository.Read($"{Folder}/chatopsbot.service").Split('\n');
        Assert.Contains("SystemCallFilter=sched_setaffinity", unit);
        Assert.DoesNotContain(unit, line => line.StartsWith("ProtectProc=", StringComparison.Ordinal));
        Assert.DoesNotContain(unit, line => line.StartsWith("MemoryDenyWriteExecute=", StringComparison.Ordinal));
    }

    [Fact]
    public void The_image_is_that_of_this_version() =>
        Assert.Contains($"image: chatopsbot:{Repository.Version}\n", Repository.Read($"{Folder}/compose.yaml"), StringComparison.Ordinal);

    [Fact]
    public void The_changelog_begins_with_this_version() =>
        Assert.Equal(Repository.Version, Entry().Match(Repository.Read("CHANGELOG.md")).Groups[1].Value);

    public void Dispose() => _folder.Delete(recursive: true);

    [GeneratedRegex(@"^#?(?<name>\w+)=(?<value>.*)$", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^## \[(\d+\.\d+\.\d+)\]", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
