using ChatOpsBot.Connector.Files;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Connector;

/// <summary>Which addresses are called for a file, with what, and how much is read.</summary>
public sealed class FileDownloadTests
{
    private const string Picture = "https://smba.trafficmanager.net/emea/v3/attachments/a.png/views/original";
    private const string Upload = "https://contoso-my.sharepoint.com/emea/v3/attachments/a.png/views/original";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pasted_picture_is_read_with_the_bots_token_and_an_upload_without()
    {
        await using var teams = await FakeTeams.StartAsync();
        teams.AddFile("a.png", [1, 2, 3]);

        Assert.Equal([1, 2, 3], Assert.IsType<FileOutcome.Read>(await ReadAsync(teams, SentFileSource.Picture, Picture)).Content);
        Assert.StartsWith("Bearer ", teams.Received[^1].Authorization, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], Assert.IsType<FileOutcome.Read>(await ReadAsync(teams, SentFileSource.Upload, Upload)).Content);
        Assert.Null(teams.Received[^1].Authorization);
    }

    [Theory]
    [InlineData(SentFileSource.Upload, "https://sharepoint.com.evil.example/a")]
    [InlineData(SentFileSource.Upload, "https://evilsharepoint.com/a")]
    [InlineData(SentFileSource.Upload, "http://contoso.sharepoint.com/a")]
    [InlineData(SentFileSource.Upload, "https://contoso.sharepoint.com:8443/a")]
    [InlineData(SentFileSource.Upload, "https://contoso.sharepoint.com@evil.example/a")]
    [InlineData(SentFileSource.Upload, "https://169.254.169.254/latest/meta-data")]
    [InlineData(SentFileSource.Upload, "http://127.0.0.1/a")]
    [InlineData(SentFileSource.Upload, "file:///etc/passwd")]
    [InlineData(SentFileSource.Upload, "job.log")]
    [InlineData(SentFileSource.Upload, null)]
    [InlineData(SentFileSource.Picture, "https://contoso.sharepoint.com/v3/attachments/1/views/original")]
    [InlineData(SentFileSource.Picture, "https://smba.trafficmanager.net/emea/v3/conversations/a/members")]
    [InlineData(SentFileSource.Picture, "https://other.trafficmanager.net/emea/v3/attachments/1/views/original")]
    [InlineData(SentFileSource.Elsewhere, Upload)]
    public async Task No_other_address_is_called(SentFileSource source, string? address)
    {
        await using var teams = await FakeTeams.StartAsync();
        Assert.IsType<FileOutcome.HostNotAllowed>(await ReadAsync(teams, source, address));
        Assert.Empty(teams.Received);
    }

    [Fact]
    public async Task Settings_may_name_other_hosts()
    {
        await using var teams = await FakeTeams.StartAsync();
        teams.AddFile("a.png", [1]);
        var address = Upload.Replace("contoso-my.sharepoint.com", "files.contoso.example", StringComparison.Ordinal);
        Assert.IsType<FileOutcome.Read>(await ReadAsync(teams, SentFileSource.Upload, address, ("Teams:FileHosts:0", "contoso.example")));
        Assert.IsType<FileOutcome.HostNotAllowed>(
            await ReadAsync(teams, SentFileSource.Upload, Upload, ("Teams:FileHosts:0", "contoso.example")));
    }

    [Fact]
    public async Task No_more_is_read_than_asked_for()
    {
        await using var teams = await FakeTeams.StartAsync();
        teams.AddFile("a.png", new byte[1_001]);
        Assert.IsType<FileOutcome.TooLarge>(await ReadAsync(teams, SentFileSource.Upload, Upload));
        teams.AddFile("a.png", new byte[1_000]);
        Assert.IsType<FileOutcome.Read>(await ReadAsync(teams, SentFileSource.Upload, Upload));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task Anything_but_the_file_is_no_file_and_nobody_is_asked_again(int status)
    {
        await using var teams = await FakeTeams.StartAsync();
        teams.AddFile("a.png", [1]);
        teams.Always(FakeFault.Refuse(status));
        Assert.Equal($"HTTP {status}", Assert.IsType<FileOutcome.NotReached>(await ReadAsync(teams, SentFileSource.Upload, Upload)).Reason);
        Assert.Single(teams.Received);
    }

    private static async Task<FileOutcome> ReadAsync(
        FakeTeams teams, SentFileSource source, string? address, params (string Name, string Value)[] settings)
    {
        var given = WiredBot.Registration();
        foreach (var (name, value) in settings)
            given[name] = value;
        var clock = new FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using var app = WiredBot.Build("Production", given, services => services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IAccessTokenProvider>(new FakeSignIn(clock))
            .ConfigureHttpClientDefaults(it => it.AddHttpMessageHandler(() => new WayTo(
                teams.Address, "smba.trafficmanager.net", "contoso-my.sharepoint.com", "files.contoso.example"))));
        return await app.Services.GetRequiredService<FileDownload>().ReadAsync(new("a.png", source, address), most: 1_000, Cancel);
    }
}
