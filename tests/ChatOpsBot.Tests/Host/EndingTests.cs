using System.Diagnostics;
using System.Net.Http.Json;
using ChatOpsBot.Host;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace ChatOpsBot.Tests.Host;

/// <summary>The bot is told to end, as a container or a service is.</summary>
public sealed class EndingTests
{
    [Fact]
    public async Task A_turn_that_is_being_worked_is_answered_before_the_bot_ends()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that asks another process to end.");
        var folder = Directory.CreateTempSubdirectory("chatopsbot-");
        await using var teams = await FakeTeams.StartAsync();
        var letGo = new TaskCompletionSource();
        teams.Next(new FakeFault(async http =>
        {
            await letGo.Task;
            http.Response.StatusCode = StatusCodes.Status201Created;
        }));

        using var bot = BotProcess.Start(
            ["--dev", "--no-playground", "--urls", "http://127.0.0.1:0"],
            ("Storage__ConnectionString", $"Data Source={folder.FullName}/bot.db"));
        var errors = bot.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var address = (await bot.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!.Split(' ')[^1].TrimEnd('.');
        using var http = new HttpClient();
        var delivery = http.PostAsJsonAsync(
            new Uri($"{address}/api/messages"),
            ActivityJson.Message().With("serviceUrl", teams.ServiceUrl),
            TestContext.Current.CancellationToken);
        await teams.NextCallAsync(TestContext.Current.CancellationToken);

        using (var kill = Process.Start("kill", ["-TERM", $"{bot.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        // The bot has heard: it takes no new connection any more.
        await NobodyListensAsync(new Uri(address));
        letGo.SetResult();

        Assert.Equal(200, (int)(await delivery).StatusCode);
        await bot.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, bot.ExitCode);
        Assert.DoesNotContain("   at ", await errors, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Told_to_end_before_it_is_ready_it_ends_without_a_fault()
    {
        var folder = Directory.CreateTempSubdirectory("chatopsbot-");
        var settings = new FileInfo(Path.Combine(folder.FullName, "settings.json"));
        await File.WriteAllTextAsync(
            settings.FullName,
            $$"""{ "Storage": { "ConnectionString": "Data Source={{folder.FullName.Replace('\\', '/')}}/bot.db" } }""",
            TestContext.Current.CancellationToken);
        using var end = new CancellationTokenSource();
        await end.CancelAsync();
        var code = await BotHost.RunAsync(
            new() { Environment = "Development", Settings = settings, Urls = "http://127.0.0.1:0", WithPlayground = false }, end.Token);

        Assert.Equal(0, code);
        folder.Delete(recursive: true);
    }

    private static async Task NobodyListensAsync(Uri address)
    {
        while (true)
        {
            using var client = new System.Net.Sockets.TcpClient();
            try
            {
                await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
            catch (System.Net.Sockets.SocketException)
            {
                return;
            }
        }
    }
}
