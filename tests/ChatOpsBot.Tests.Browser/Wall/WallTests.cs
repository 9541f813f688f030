using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage.Recovery;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatOpsBot.Tests.Browser.Wall;

/// <summary>The page of current events as it hangs on a wall. The pictures in artifacts/pictures are there to be looked at.</summary>
public sealed class WallTests : IAsyncLifetime
{
    private const string Failover =
        """{"kind": "unplanned-failover", "systems": [{"primary": "LPAR1", "drSide": "LPAR1DR"}], "reason": "Site A lost power at 14:02.", "by": "Ana Lopez"}""";

    private const string Drill =
        """{"kind": "drill", "systems": [{"primary": "TEST7", "drSide": "TEST7DR"}], "reason": "Half-yearly exercise"}""";

    private WallBot _bot = null!;
    private Chromium _browser = null!;

    public async ValueTask InitializeAsync()
    {
        Tools.NeedChromium();
        _bot = await WallBot.StartAsync();
        _browser = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        if (_bot is not null)
            await _bot.DisposeAsync();
    }

    [Fact]
    public async Task An_event_appears_by_itself_changes_and_ends()
    {
        var page = await OpenAsync(1920, 1080);
        await Expect(page.Locator(".calm")).ToContainTextAsync("No DR event");
        await Expect(page.Locator("#connection")).ToHaveTextAsync("connected");
        await KeepAsync(page, "wall-calm");

        await _bot.ReportAsync("declare", Failover);
        var panel = page.Locator("#DR-1");
        await Expect(panel).ToContainTextAsync("DR FAILOVER");
        await Expect(panel.Locator(".count")).ToContainTextAsync("in 19:");

        await _bot.PeopleStepAsync(1, RecoveryState.Approved, RecoveryState.FailoverRunning);
        await Expect(panel.Locator(".state")).ToHaveTextAsync("failover running");
        await Expect(panel.Locator(".turn")).ToContainTextAsync("IBM");

        await _bot.ReportAsync("update", """{"event": "DR-1", "text": "IPL at 14:20"}""");
        await _bot.ReportAsync("correct", """{"event": "DR-1", "line": "last", "text": "IPL at 14:30"}""");
        await Expect(panel.Locator("s")).ToHaveTextAsync("IPL at 14:20");

        await _bot.DeliverAsync(1, ("Operations", DeliveryState.Updated, null), ("Old project", DeliveryState.Failed, "NoSuchCode"));
        await Expect(panel.Locator(".failed")).ToContainTextAsync("Payroll › Old project");

        await _bot.PeopleStepAsync(1, RecoveryState.Cancelled);
        await Expect(page.Locator(".calm")).ToBeVisibleAsync();
        await Expect(page.Locator(".over")).ToContainTextAsync("DR-1");
    }

    [Fact]
    public async Task A_screen_that_has_lost_the_bot_says_so_and_comes_back_by_itself()
    {
        var page = await OpenAsync(1280, 720);
        await Expect(page.Locator("#connection")).ToHaveTextAsync("connected");
        await _bot.DownAsync();
        await Expect(page.Locator("#connection")).ToContainTextAsync("Connection lost since");
        await KeepAsync(page, "wall-lost");

        await _bot.UpAsync();
        await _bot.ReportAsync("declare", Drill);
        await Expect(page.Locator("#DR-1")).ToBeVisibleAsync();
        await Expect(page.Locator("#connection")).ToHaveTextAsync("connected");
    }

    [Fact]
    public async Task What_others_wrote_is_text_and_nothing_else()
    {
        var page = await OpenAsync(1280, 720);
        await _bot.ReportAsync(
            "declare",
            """{"kind": "drill", "systems": [{"primary": "LPAR1"}], "reason": "<img src=x onerror=alert(1)><b>bold</b>", "by": "<script>alert(2)</script>"}"""
        );
        await Expect(page.Locator(".said")).ToContainTextAsync("<img src=x onerror=alert(1)><b>bold</b>");
        Assert.Equal(0, await page.Locator(".said img, .said script").CountAsync());
    }

    [Theory]
    [InlineData("wall-wide-dark", 1920, 1080, ColorScheme.Dark, "en-GB")]
    [InlineData("wall-wide-light", 1920, 1080, ColorScheme.Light, "en-GB")]
    [InlineData("wall-phone-dark", 360, 780, ColorScheme.Dark, "en-GB")]
    [InlineData("wall-phone-light-german", 360, 780, ColorScheme.Light, "de-DE")]
    public async Task It_can_be_looked_at(string picture, int width, int height, ColorScheme scheme, string language)
    {
        await TellAsync(withDrill: true);
        var page = await OpenAsync(width, height, scheme, language);
        await Expect(page.Locator("#DR-3")).ToBeVisibleAsync();
        await Expect(page.Locator("#DR-3 .count")).Not.ToBeEmptyAsync();
        await KeepAsync(page, picture);
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "Something is wider than the screen.");
    }

    [Theory]
    [InlineData("wall-one-dark", ColorScheme.Dark)]
    [InlineData("wall-one-light", ColorScheme.Light)]
    public async Task One_event_fills_the_screen(string picture, ColorScheme scheme)
    {
        await TellAsync(withDrill: false);
        if (scheme is ColorScheme.Light)
            await _bot.MissUpdateAsync(2);
        var page = await OpenAsync(1920, 1080, scheme);
        await Expect(page.Locator("#DR-2 .count")).Not.ToBeEmptyAsync();
        await KeepAsync(page, picture);
    }

    [Fact]
    public async Task Three_events_fit_on_a_screen_with_what_to_do()
    {
        await TellAsync(withDrill: true);
        await _bot.ReportAsync(
            "declare",
            """{"kind": "planned-switch", "systems": [{"primary": "LPAR5", "drSide": "LPAR5DR"}], "reason": "Power maintenance at site A"}""");
        await _bot.PeopleStepAsync(4, RecoveryState.Approved);
        var page = await OpenAsync(1920, 1080);
        foreach (var (key, todo) in new[] { ("DR-2", "Do not sign on to LPAR1"), ("DR-3", "If you take part"), ("DR-4", "Sign off from LPAR5") })
        {
            var panel = page.Locator($"#{key}");
            await Expect(panel.Locator(".todo")).ToContainTextAsync(todo);
            await Expect(panel.Locator(".count")).Not.ToBeEmptyAsync();
            var box = (await panel.BoundingBoxAsync())!;
            Assert.True(box.Y + box.Height <= 1080, $"{key} ends at {box.Y + box.Height}.");
        }

        await KeepAsync(page, "wall-three");
    }

    /// <summary>One event that is over, one that is real and runs, and a drill beside it if wanted.</summary>
    private async Task TellAsync(bool withDrill)
    {
        await _bot.ReportAsync("declare", """{"kind": "planned-switch", "systems": [{"primary": "LPAR9", "drSide": "LPAR9DR"}]}""");
        await _bot.ReportAsync("step", """{"event": "DR-1", "state": "cancelled"}""");
        await _bot.ReportAsync("declare", Failover);
        await _bot.PeopleStepAsync(2, RecoveryState.Approved, RecoveryState.FailoverRunning);
        await _bot.ReportAsync(
            "update",
            """{"event": "DR-2", "text": "Replication stopped, IPL of the DR side at 14:20.", "by": "IBM night shift"}"""
        );
        await _bot.ReportAsync(
            "correct",
            """{"event": "DR-2", "line": "last", "text": "The IPL is at 14:30, the tape library answers slowly.", "by": "IBM night shift"}"""
        );
        await _bot.DeliverAsync(
            2,
            ("General", DeliveryState.Updated, null),
            ("Operations", DeliveryState.Updated, null),
            ("Night shift", DeliveryState.Sent, null),
            ("Help desk", DeliveryState.Waiting, null),
            ("Old project", DeliveryState.Failed, "Gone42"),
            ("Archive", DeliveryState.Failed, null));
        if (!withDrill)
            return;

        await _bot.ReportAsync("declare", Drill);
        await _bot.PeopleStepAsync(3, RecoveryState.Approved);
    }

    private async Task<IPage> OpenAsync(int width, int height, ColorScheme scheme = ColorScheme.Dark, string language = "en-GB")
    {
        var page = await _browser.OpenAsync(width, height, language);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        page.Dialog += (_, _) => Assert.Fail("A script that others wrote ran.");
        await page.GotoAsync(_bot.Page.ToString());
        return page;
    }

    private static async Task KeepAsync(IPage page, string name) =>
        await page.ScreenshotAsync(new() { Path = Path.Combine(Tools.Root, "artifacts", "pictures", $"{name}.png"), FullPage = true });
}
