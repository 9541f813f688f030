using System.Diagnostics;
using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatOpsBot.Tests.Browser;

/// <summary>One newcomer who is two people: the tour of the README, from the bot's own page.</summary>
public sealed class TwoPeopleTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failover_that_one_declares_is_approved_by_the_other()
    {
        Tools.Need();
        await using var bot = await RunningBot.StartAsync();
        await using var browser = await Chromium.StartAsync();
        var home = await browser.OpenAsync(1280, 900);
        await home.GotoAsync(bot.Home.AbsoluteUri);
        await Expect(home.GetByRole(AriaRole.Link, new() { Name = "Chat with the bot as Alex Wilber" })).ToBeVisibleAsync();
        await home.GetByRole(AriaRole.Textbox).FillAsync("Ben");
        await home.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        var link = home.GetByRole(AriaRole.Link, new() { Name = "Chat with the bot as Ben" });
        await Expect(link).ToBeVisibleAsync();
        await home.ScreenshotAsync(new() { Path = ChatWindow.PictureFile("start-page") });

        await using var alex = await EnterAsync(browser, bot.Playground!);
        var declared = await alex.AskAsync("declare a failover for LPAR1: the site is down");
        await Expect(declared).ToContainTextAsync("DR-1");

        await using var ben = await EnterAsync(browser, new Uri((await link.GetAttributeAsync("href"))!));
        var waiting = await ben.AskAsync("approve DR-1");
        await Expect(waiting).ToContainTextAsync("Alex Wilber");
        await ChatWindow.PressAsync(waiting, "Approve");
        await Expect(waiting).ToContainTextAsync("approved");
        await ben.KeepPictureAsync("second-person", 1100);

        await alex.ReadsAsync("Ben");
        await alex.KeepPictureAsync("first-person", 1100);
        await home.GotoAsync(new Uri(bot.Home, "events").AbsoluteUri);
        await Expect(home.GetByText("DR-1").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task From_the_command_line_too()
    {
        Tools.Need();
        await using var bot = await RunningBot.StartAsync();
        using var second = Process.Start(bot.Command("playground", "--as", "Ben", "--urls", bot.Home.OriginalString))!;
        try
        {
            var said = await second.StandardOutput.ReadLineAsync(Cancel);
            Assert.Matches("^Open http://localhost:[0-9]+ to chat as Ben[.]", said);
            using var http = new HttpClient();
            Assert.Contains("<html", await http.GetStringAsync(new Uri(said!.Split(' ')[1]), Cancel), StringComparison.Ordinal);
        }
        finally
        {
            second.Kill(entireProcessTree: true);
            await second.WaitForExitAsync(Cancel);
        }
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_open_a_chat()
    {
        Tools.Need();
        await using var bot = await RunningBot.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Home, "playground"))
        {
            Content = new FormUrlEncodedContent([new("name", "Ben")]),
        };
        request.Headers.Add("Origin", "https://example.com");
        using var answer = await http.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("Ben", await http.GetStringAsync(bot.Home, Cancel), StringComparison.Ordinal);
    }

    private static async Task<ChatWindow> EnterAsync(Chromium browser, Uri playground)
    {
        var chat = new ChatWindow(await browser.OpenAsync(1280, 900));
        await chat.OpenAsync(playground);
        await chat.GreetedAsync();
        return chat;
    }
}
