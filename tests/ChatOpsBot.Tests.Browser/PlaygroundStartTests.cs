using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;

namespace ChatOpsBot.Tests.Browser;

/// <summary>The Playground as the bot starts it, on machines that are not a developer's desk.</summary>
public sealed class PlaygroundStartTests : IDisposable
{
    private readonly DirectoryInfo _programs = Directory.CreateTempSubdirectory("chatopsbot-programs-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_desktop_the_chat_is_there_all_the_same_and_for_this_machine_alone()
    {
        Tools.Need();
        Assert.SkipWhen(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "Windows and macOS have a desktop.");
        await using var bot = await RunningBot.StartAsync(WithoutDesktop);

        // It used to end within a second of saying where it is.
        await Task.Delay(TimeSpan.FromSeconds(3), Cancel);
        using var http = new HttpClient();
        using var page = await http.GetAsync(bot.Playground, Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        var home = await http.GetStringAsync(bot.Home, Cancel);
        Assert.Contains($"href=\"http://localhost:{bot.Playground!.Port}\"", home, StringComparison.Ordinal);

        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(it => it.Port == bot.Playground!.Port);
        Assert.Equal([IPAddress.Loopback], listening.Select(it => it.Address));
    }

    [Fact]
    public async Task When_it_cannot_start_the_reason_is_told_in_one_line()
    {
        Tools.Need();
        var broken = Directory.CreateDirectory(Path.Combine(_programs.FullName, "node_modules", "@microsoft", "m365agentsplayground"));
        await File.WriteAllTextAsync(Path.Combine(broken.FullName, "cli.js"), "throw new TypeError('no luck');", Cancel);
        var told = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            RunningBot.StartAsync(start => start.Environment["Playground__Folder"] = _programs.FullName));
        Assert.Contains("The Playground ended with 1 (TypeError: no luck). Without it: ", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_container_somebody_without_rights_and_with_an_empty_home_chats_too()
    {
        Tools.Need();
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Containers run Linux.");
        var container = ContainerSetup.Make(_programs);
        await using var bot = await RunningBot.StartAsync(container.Enter);

        using var http = new HttpClient();
        using var page = await http.GetAsync(bot.Playground, Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("ChatOpsBot", await http.GetStringAsync(bot.Home, Cancel), StringComparison.Ordinal);
        Assert.Equal("Healthy", (await http.GetStringAsync(new Uri(bot.Home, "/readyz"), Cancel)).Trim());
        Assert.NotEmpty(container.Home.GetFiles("*.db", SearchOption.AllDirectories));
    }

    public void Dispose() => _programs.Delete(recursive: true);

    // The programs that the bot needs, and nothing that could open a page.
    private void WithoutDesktop(ProcessStartInfo start)
    {
        foreach (var name in new[] { "node", "dotnet" })
            File.CreateSymbolicLink(Path.Combine(_programs.FullName, name), Tools.Program(name));
        start.Environment["PATH"] = _programs.FullName;
        start.Environment.Remove("DISPLAY");
        start.Environment.Remove("WAYLAND_DISPLAY");
    }
}
