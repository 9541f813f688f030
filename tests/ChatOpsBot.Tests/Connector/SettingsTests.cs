using ChatOpsBot.Tests.Support;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Tests.Connector;

/// <summary>Faulty settings stop the start, all named at once.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("Teams:AppId", "not-a-guid")]
    [InlineData("Teams:AppId", "{11111111-2222-3333-4444-555555555555}")]
    [InlineData("Teams:TenantId", null)]
    [InlineData("Teams:TenantId", " aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")]
    [InlineData("Teams:TenantId", "contoso")]
    [InlineData("Teams:AllowedTenants:0", "contoso")]
    [InlineData("Teams:ClientSecret", null)]
    [InlineData("Teams:ManagedIdentity", "true")]
    [InlineData("Teams:CertificatePath", "/no/such/file.pfx")]
    [InlineData("Teams:ManagedIdentityClientId", ActivityJson.AppId)]
    [InlineData("Teams:ServiceUrlHosts:0", "*.trafficmanager.net")]
    [InlineData("Teams:ServiceUrlHosts:0", "https://smba.trafficmanager.net")]
    [InlineData("Teams:ServiceUrlHosts:0", "smba.trafficmanager.net:443")]
    [InlineData("Teams:ServiceUrlHosts:0", "")]
    [InlineData("Teams:OpenIdMetadata", "http://login.botframework.com/keys")]
    [InlineData("Teams:OpenIdMetadata", "keys")]
    [InlineData("Teams:TokenIssuer", "")]
    [InlineData("Teams:TokenScope", "scope")]
    [InlineData("Teams:CallTimeLimit", "00:00:00")]
    [InlineData("Teams:RetryWaitLimit", "-00:00:01")]
    [InlineData("Teams:SignInTimeLimit", "01:00:00")]
    public async Task A_faulty_setting_stops_the_start_and_is_named(string key, string? value)
    {
        var settings = WiredBot.Registration();
        settings[key] = value;

        Assert.Contains(await FaultsOfAsync(settings), it => it.Contains(key.Split(':')[1], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(".pfx")]
    [InlineData(".pem")]
    public async Task A_certificate_that_cannot_be_read_stops_the_start(string ending)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ending);
        await File.WriteAllTextAsync(file, "no certificate", TestContext.Current.CancellationToken);
        var settings = WiredBot.Registration();
        settings.Remove("Teams:ClientSecret");
        settings["Teams:CertificatePath"] = file;

        var faults = await FaultsOfAsync(settings);
        File.Delete(file);

        Assert.StartsWith("Teams:CertificatePath names a file that cannot be read", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_are_told_at_once() =>
        Assert.Equal(4, (await FaultsOfAsync(new() { ["Teams:OpenIdMetadata"] = "keys" })).Count);

    [Fact]
    public async Task Settings_without_a_fault_start()
    {
        await using var app = WiredBot.Build("Production", WiredBot.Registration());

        await app.StartAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<List<string>> FaultsOfAsync(Dictionary<string, string?> settings)
    {
        await using var app = WiredBot.Build("Production", settings);
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));
        return [.. refused.Failures];
    }
}
