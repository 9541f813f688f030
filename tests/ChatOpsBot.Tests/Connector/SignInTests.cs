using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ChatOpsBot.Connector.Graph;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Connector;

/// <summary>The three ways the bot signs in, down to what Entra is asked.</summary>
public sealed class SignInTests : IDisposable
{
    private const string Password = "only for this test";

    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task By_secret_the_token_comes_from_the_bots_own_tenant()
    {
        var asked = await AskedForOneMessageAsync("from-entra", []);

        Assert.StartsWith($"/{ActivityJson.TenantId}/oauth2/v2.0/token", asked, StringComparison.Ordinal);
        Assert.Contains("grant_type=client_credentials", asked, StringComparison.Ordinal);
        Assert.Contains($"client_id={ActivityJson.AppId}", asked, StringComparison.Ordinal);
        Assert.Contains("scope=https://api.botframework.com/.default", asked, StringComparison.Ordinal);
        Assert.Contains("client_secret=not a real one", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_government_cloud_it_signs_in_there()
    {
        var asked = await AskedForOneMessageAsync(
            "from-entra", new() { ["Teams:SignInAuthority"] = "https://login.microsoftonline.us" }, "login.microsoftonline.us");

        Assert.StartsWith($"/{ActivityJson.TenantId}/oauth2/v2.0/token", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_certificate_no_secret_leaves_the_house()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await File.WriteAllBytesAsync(_file, certificate.Export(X509ContentType.Pfx, Password), TestContext.Current.CancellationToken);

        var asked = await AskedForOneMessageAsync("from-entra", new()
        {
            ["Teams:ClientSecret"] = null,
            ["Teams:CertificatePath"] = _file,
            ["Teams:CertificatePassword"] = Password,
        });

        Assert.Contains("client_assertion=", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("client_secret", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_managed_identity_the_machine_is_asked()
    {
        var asked = await AskedForOneMessageAsync(
            "from-machine", new() { ["Teams:ClientSecret"] = null, ["Teams:ManagedIdentity"] = "true" });

        Assert.Contains("resource=https://api.botframework.com", asked, StringComparison.Ordinal);
        Assert.Contains($"client_id={ActivityJson.AppId}", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_Microsoft_Graph_the_bot_signs_in_with_its_own_scope()
    {
        await using var entra = await FakeEntra.StartAsync();
        await using var graph = await FakeGraph.StartAsync();
        var group = Guid.NewGuid();
        graph.Set(group, "Leads", $"{group}");
        await using var app = WiredBot.Build("Production", WiredBot.Registration(), services => services.ConfigureHttpClientDefaults(it => it
            .AddHttpMessageHandler(() => new WayTo(entra.Address, "login.microsoftonline.com"))
            .AddHttpMessageHandler(() => new WayTo(new Uri(graph.Address), "graph.microsoft.com"))));

        var read = await app.Services.GetRequiredService<GraphGroups>().ReadAsync(group, TestContext.Current.CancellationToken);

        Assert.Equal([$"{group}"], Assert.IsType<GroupOutcome.Read>(read).Members);
        Assert.Contains("scope=https://graph.microsoft.com/.default", entra.Asked[^1], StringComparison.Ordinal);
        Assert.All(graph.Received, call => Assert.Equal("Bearer from-entra", call.Authorization));
    }

    [Fact]
    public async Task Where_Entra_cannot_be_reached_the_reason_is_told()
    {
        var nobody = new Uri($"http://127.0.0.1:{Ports.Free()}");
        await using var app = WiredBot.Build("Production", WiredBot.Registration(), services => services.ConfigureHttpClientDefaults(it =>
            it.AddHttpMessageHandler(() => new WayTo(nobody, "login.microsoftonline.com"))));
        var signIn = app.Services.GetRequiredService<IAccessTokenProvider>();

        var fault = await Assert.ThrowsAsync<SignInException>(() => signIn.GetTokenAsync(TestContext.Current.CancellationToken));

        Assert.Contains($"127.0.0.1:{nobody.Port}", fault.Message, StringComparison.Ordinal);
    }

    private static async Task<string> AskedForOneMessageAsync(
        string expectedToken, Dictionary<string, string?> changes, string authority = "login.microsoftonline.com")
    {
        await using var entra = await FakeEntra.StartAsync();
        await using var teams = await FakeTeams.StartAsync();
        var settings = WiredBot.Registration();
        foreach (var (name, value) in changes)
            settings[name] = value;
        await using var app = WiredBot.Build("Production", settings, services => services.ConfigureHttpClientDefaults(it => it
            .AddHttpMessageHandler(() => new WayTo(entra.Address, authority, "169.254.169.254"))
            .AddHttpMessageHandler(() => new WayTo(teams.Address, "smba.trafficmanager.net"))));
        await app.StartAsync(TestContext.Current.CancellationToken);

        var outcome = await app
            .Services.GetRequiredService<ConnectorClient>()
            .SendAsync(
                new() { ServiceUrl = ActivityJson.ServiceUrl, ConversationId = "a:ana" },
                OutgoingActivity.OfText("Hello."),
                TestContext.Current.CancellationToken);

        Assert.IsType<SendOutcome.Sent>(outcome);
        Assert.Equal($"Bearer {expectedToken}", Assert.Single(teams.Received).Authorization);
        return entra.Asked[^1];
    }
}
