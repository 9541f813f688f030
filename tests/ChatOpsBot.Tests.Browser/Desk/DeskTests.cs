using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;
using ChatOpsBot.Tests.Browser.Wall;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatOpsBot.Tests.Browser.Desk;

/// <summary>The pages of the desk as people use them. The pictures in artifacts/pictures are there to be looked at.</summary>
public sealed class DeskTests : IAsyncLifetime
{
    private const string Body =
        "Request: Restore from a backup\nKey: RST-7K3QZC\nLPAR: LPAR1\nLibrary: PRODLIB\nRestore point: 2026-11-30 22:00 Europe/Berlin (21:00 UTC)\n"
        + "Reason: A job of the night run cleared the wrong member. / The month-end run starts at 18:00.\nSeverity: 1\nRequester: Ana Lopez, 2026-12-01 07:10 UTC";

    private WallBot _bot = null!;
    private Chromium _browser = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Tools.NeedChromium();
        _bot = await WallBot.StartAsync();
        _browser = await Chromium.StartAsync();
        await FileAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        if (_bot is not null)
            await _bot.DisposeAsync();
    }

    [Fact]
    public async Task A_ticket_is_found_worked_and_closed_without_a_script()
    {
        var page = await OpenAsync("/", 1280, 800);
        await page.GetByRole(AriaRole.Link, new() { Name = "Tickets of the local desk" }).ClickAsync();
        await page.GetByLabel("Number, key or subject").FillAsync("prodlib");
        await page.GetByLabel("Severity").SelectOptionAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Link, new() { Name = "T-000003" }).ClickAsync();

        await page.GetByLabel("State").SelectOptionAsync("in-progress");
        await page.GetByLabel("Note to the requester").FillAsync("The tape is mounted.\nAbout an hour.");
        await page.GetByLabel("Work note").FillAsync("Volume 4711.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved.");
        await Expect(page.Locator(".entries li").First).ToContainTextAsync("Volume 4711.");
        await Expect(page.Locator(".entries li").Nth(1)).ToContainTextAsync("The tape is mounted.");

        // Loaded again, nothing is sent again.
        await page.ReloadAsync();
        await Expect(page.Locator(".entries li")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Link, new() { Name = "Desk", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("T-000003");
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_shown_beside_what_was_typed()
    {
        var page = await OpenAsync("/desk/T-000003", 1280, 900);
        await AtDeskAsync("T-000003", (book, ticket, at) =>
            book.Set(ticket, TicketState.InProgress, "set", "The tape is mounted.", at, new("aad-carla", "Carla Rossi")));
        await page.GetByLabel("State").SelectOptionAsync("resolved");
        await page.GetByLabel("Note to the requester").FillAsync("PRODLIB is back.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Carla Rossi");
        await Expect(page.GetByLabel("Note to the requester")).ToHaveValueAsync("PRODLIB is back.");
        await Expect(page.GetByLabel("State")).ToHaveValueAsync("resolved");
        await KeepAsync(page, "desk-outdated");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved.");
    }

    [Fact]
    public async Task The_browser_says_how_long_a_note_may_be_and_the_page_why_nothing_was_saved()
    {
        var page = await OpenAsync("/desk/T-000003", 360, 780);
        await page.GetByLabel("Note to the requester").FillAsync(new string('x', 3000));
        // What is filled in by a program is not cut; what is typed is.
        await page.GetByLabel("State").SelectOptionAsync("waiting");
        await page.GetByLabel("Note to the requester").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing was saved");
        await Expect(page.GetByLabel("Note to the requester")).ToHaveAttributeAsync("aria-invalid", "true");
        await KeepAsync(page, "desk-fault-phone");
    }

    [Fact]
    public async Task What_others_wrote_is_text_and_runs_nothing()
    {
        var page = await _browser.OpenAsync(1280, 800);
        page.Dialog += (_, _) => Assert.Fail("A script that others wrote ran.");
        foreach (var path in new[] { "/desk", "/desk/T-000001", "/desk?q=%3Cscript%3Ealert(1)%3C/script%3E" })
        {
            await page.GotoAsync(new Uri(_bot.Page, path).ToString());
            Assert.Equal(0, await page.Locator("main img, main script").CountAsync());
        }

        await page.GotoAsync(new Uri(_bot.Page, "/desk/T-000001").ToString());
        await Expect(page.Locator("h1")).ToContainTextAsync("<img src=x onerror=alert(1)>");
    }

    [Theory]
    [InlineData("desk-wide-dark", "/desk", 1280, 800, ColorScheme.Dark, "en-GB")]
    [InlineData("desk-wide-light", "/desk?state=all", 1280, 800, ColorScheme.Light, "de-DE")]
    [InlineData("desk-phone-dark", "/desk", 360, 780, ColorScheme.Dark, "en-GB")]
    [InlineData("desk-phone-light", "/desk", 360, 780, ColorScheme.Light, "de-DE")]
    [InlineData("desk-ticket-wide-dark", "/desk/T-000002", 1280, 800, ColorScheme.Dark, "en-GB")]
    [InlineData("desk-ticket-wide-light", "/desk/T-000002", 1280, 800, ColorScheme.Light, "de-DE")]
    [InlineData("desk-ticket-phone", "/desk/T-000002", 360, 780, ColorScheme.Light, "en-GB")]
    public async Task It_can_be_looked_at(string picture, string path, int width, int height, ColorScheme scheme, string language)
    {
        var page = await OpenAsync(path, width, height, scheme, language, runsScript: true);
        await KeepAsync(page, picture);
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "Something is wider than the screen.");
        // Every field has a name, ids are there once, and headings leave out no level.
        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            [
              ...[...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
                .filter(it => !it.labels.length).map(it => it.name),
              ...[...document.querySelectorAll('[id]')]
                .filter(it => document.querySelectorAll('#' + it.id).length > 1).map(it => it.id),
              ...[...document.querySelectorAll('[aria-describedby]')].flatMap(it => it.getAttribute('aria-describedby').split(' '))
                .filter(id => !document.getElementById(id)),
              ...(document.querySelectorAll('h1').length === 1 ? [] : ['h1']),
            ]
            """));
    }

    private async Task<IPage> OpenAsync(
        string path, int width, int height, ColorScheme scheme = ColorScheme.Light, string language = "en-GB", bool runsScript = false)
    {
        var page = await _browser.OpenAsync(width, height, language, runsScript);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync(new Uri(_bot.Page, path).ToString());
        return page;
    }

    private static async Task KeepAsync(IPage page, string name) =>
        await page.ScreenshotAsync(new() { Path = Path.Combine(Tools.Root, "artifacts", "pictures", $"{name}.png"), FullPage = true });

    /// <summary>Tickets of some kinds in some states: urgent, in the middle of a talk, hostile, waiting for long.</summary>
    private async Task FileAsync()
    {
        var now = _bot.Clock.GetUtcNow();
        await OpenTicketAsync("BKP-9T6WPA", "backup", "<img src=x onerror=alert(1)> Back up everything that has a very long name: "
            + new string('X', 60), Severity.Low, "<b>Eve</b>", now.AddDays(-3));
        await OpenTicketAsync("PAM-2B4DX9", "pam", "Privileged access for JDOE on LPAR2", Severity.High, "Jürgen Weiß", now.AddHours(-30));
        await OpenTicketAsync("RST-7K3QZC", "restore", "Restore PRODLIB on LPAR1 from 30 November 22:00", Severity.Critical, "Ana Lopez", now.AddMinutes(-12));
        await AtDeskAsync("T-000002", (book, ticket, at) =>
            book.Set(ticket, TicketState.WaitingForYou, "set", "Until when does JDOE need it?", at, new("aad-carla", "Carla Rossi")));
        await AtDeskAsync("T-000002", (book, ticket, at) =>
            book.NoteWork(ticket, "Carla: the last one was left open for a week, see T-000001.", at, new("aad-carla", "Carla Rossi")));
        await AtDeskAsync("T-000002", (book, ticket, at) =>
            book.Hear(ticket, TicketState.InProgress, "answered", "Until Friday 18:00. The vendor is on the phone until then. [1A2B3C4D]", at));
    }

    private Task OpenTicketAsync(string key, string type, string subject, Severity severity, string requester, DateTimeOffset at) =>
        _bot.WriteAsync(async db =>
        {
            var book = new DeskBook(db);
            var ticket = await book.WriteAsync(
                at, time => book.OpenAsync(new(key, type, $"[{key}] {subject}", Body, severity), time, Cancel), Cancel);
            Request request = new()
            {
                Id = Guid.NewGuid(),
                Key = key,
                Type = type,
                Owner = new("aad-ana", requester),
                ConversationId = "a:ana",
                Language = "en",
                Zone = "Europe/Berlin",
                Version = 1,
                Token = "token-1",
                CreatedAt = at,
                ChangedAt = at,
                State = RequestState.Filed,
                Ticket = new(ticket.Number, TicketState.New, ticket.ChangedAt),
            };
            await new RequestStore(db).PutAsync(request, new("filed", By: null), origin: null, at, Cancel);
        });

    private Task AtDeskAsync(string number, Action<DeskBook, Ticket, DateTimeOffset> change) => _bot.WriteAsync(async db =>
    {
        var book = new DeskBook(db);
        await book.WriteAsync(
            _bot.Clock.GetUtcNow(),
            async at =>
            {
                change(book, (await book.FindAsync(number, Cancel))!, at);
                return true;
            },
            Cancel);
    });
}
