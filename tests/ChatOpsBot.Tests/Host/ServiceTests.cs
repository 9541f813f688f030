using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Leases;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Host;

/// <summary>The bot's program as a container or systemd runs it.</summary>
public sealed class ServiceTests : IDisposable
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "bot.db")};Pooling=False";

    private (string, string) Database => ("Storage__ConnectionString", ConnectionString);

    [Fact]
    public async Task A_secret_may_stand_in_a_file_named_like_its_variable()
    {
        await WriteAsync("Teams__AppId", AppId);
        await WriteAsync("Teams__TenantId", AppId);
        // A name that is no setting is somebody else's file.
        await WriteAsync("token", "not ours");
        var (code, _, errors) = await BotProcess.RunAsync([], "", Database, ("CREDENTIALS_DIRECTORY", _folder.FullName));

        // Of what a start takes, the way to sign in alone is missing.
        Assert.Equal(2, code);
        Assert.Contains("Teams:ClientSecret", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Teams:AppId is missing", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Teams:TenantId", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ports_of_a_container_are_listened_on_and_ready_says_so()
    {
        var port = Ports.Free();
        (string, string)[] settings =
        [
            Database,
            ("ASPNETCORE_HTTP_PORTS", $"{port}"),
            ("Teams__AppId", AppId),
            ("Teams__TenantId", AppId),
            ("Teams__ClientSecret", "secret"),
            // For outgoing calls; nobody listens there.
            ("HTTP_PROXY", "http://127.0.0.1:9"),
        ];
        var (before, _, said) = await BotProcess.RunAsync(["ready"], "", settings);
        Assert.Equal(1, before);
        Assert.Contains("does not answer", said, StringComparison.Ordinal);

        using var bot = BotProcess.Start([], settings);
        var errors = bot.StandardError.ReadToEndAsync(Cancel);
        var (code, output, _) = await ReadyAsync(settings);
        Assert.Equal(0, code);
        Assert.Equal("Healthy", output.Trim());
        await EndAsync(bot);
        Assert.DoesNotContain("Overriding", await errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ASPNETCORE_HTTP_PORTS", "8080,8081", "http://*:8080,8081")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "web", "http://*:web")]
    [InlineData("ASPNETCORE_URLS", "http://unix:/run/bot.sock", "an address with a port")]
    public async Task Where_nobody_could_be_asked_is_told_in_a_line(string variable, string value, string says)
    {
        var (code, _, errors) = await BotProcess.RunAsync(["ready"], "", Database, (variable, value));
        Assert.Equal(2, code);
        Assert.Contains(says, Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Systemd_hears_when_the_bot_is_ready_and_when_it_ends()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "systemd is a thing of Linux.");
        using var heard = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        var path = Path.Combine(_folder.FullName, "notify");
        heard.Bind(new UnixDomainSocketEndPoint(path));

        using var bot = BotProcess.StartAsService(
            new(Path.Combine(_folder.FullName, "systemd")),
            ["--dev", "--no-playground", "--urls", "http://127.0.0.1:0"],
            Database,
            ("NOTIFY_SOCKET", path));
        _ = bot.StandardError.ReadToEndAsync(Cancel);
        Assert.Equal("READY=1", await NextAsync(heard));
        await EndAsync(bot);
        Assert.Equal("STOPPING=1", await NextAsync(heard));
        Assert.Equal(0, bot.ExitCode);
    }

    [Fact]
    public async Task The_right_to_announce_is_given_back_at_the_end()
    {
        using var bot = BotProcess.Start(["--dev", "--no-playground", "--urls", "http://127.0.0.1:0"], Database);
        _ = bot.StandardError.ReadToEndAsync(Cancel);
        await bot.StandardOutput.ReadLineAsync(Cancel);
        while (await HolderAsync() is null)
            await Task.Delay(50, Cancel);

        await EndAsync(bot);
        Assert.Null(await HolderAsync());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task EndAsync(Process bot)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that asks another process to end.");
        using (var kill = Process.Start("kill", ["-TERM", $"{bot.Id}"]))
            await kill.WaitForExitAsync(Cancel);
        await bot.WaitForExitAsync(Cancel);
    }

    private static async Task<(int Code, string Output, string Errors)> ReadyAsync((string, string)[] settings)
    {
        while (true)
        {
            var asked = await BotProcess.RunAsync(["ready"], "", settings);
            if (asked.Code == 0)
                return asked;
        }
    }

    private static async Task<string> NextAsync(Socket heard)
    {
        var bytes = new byte[256];
        return Encoding.UTF8.GetString(bytes, 0, await heard.ReceiveAsync(bytes, Cancel));
    }

    private async Task<string?> HolderAsync()
    {
        var options = new DbContextOptionsBuilder<SqliteBotDb>();
        Connections.UseSqlite(options, ConnectionString);
        await using var db = new SqliteBotDb(options.Options);
        return (await new LeaseStore(db, "announcing").SeeAsync(Cancel))?.Holder;
    }

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), text, Cancel);
}
