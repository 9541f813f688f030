using System.Text.Json.Nodes;
using ChatOpsBot.Cards;
using Microsoft.Playwright;

namespace ChatOpsBot.Tests.Browser.Looks;

/// <summary>
/// Draws every kind of card with the library that web clients use, in the colours of Teams and in the column of a phone: nothing is cut
/// off, every input has a name for a screen reader, and every text stands out from what is behind it. The pictures in
/// artifacts/pictures are there to be looked at.
/// </summary>
public sealed class LooksTests
{
    private static readonly string Library = Path.Combine(Tools.Npm, "node_modules", "adaptivecards", "dist", "adaptivecards.min.js");
    private static readonly string Fonts = Path.Combine(Tools.Npm, "node_modules", "@fontsource", "open-sans", "files");
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Looks");

    [Theory]
    [InlineData("en", "light")]
    [InlineData("en", "dark")]
    [InlineData("de", "light")]
    public Task Every_card_can_be_read_in_the_column_of_a_phone(string language, string theme) =>
        DrawAsync("cards", EveryCard.In(language), language, theme);

    [Theory]
    [InlineData("en", "light")]
    [InlineData("en", "dark")]
    [InlineData("de", "light")]
    public Task So_can_the_cards_of_a_request(string language, string theme) =>
        DrawAsync("requests", new EveryRequest(language).Cards, language, theme);

    [Theory]
    [InlineData("en", "light")]
    [InlineData("en", "dark")]
    [InlineData("de", "light")]
    public Task So_can_what_a_search_puts_into_a_chat(string language, string theme) =>
        DrawAsync("search", EverySearchResult.In(language), language, theme);

    [Theory]
    [InlineData("en", "light")]
    [InlineData("en", "dark")]
    [InlineData("de", "light")]
    public Task So_can_the_cards_of_DR_events(string language, string theme) =>
        DrawAsync("events", new EveryEvent(language).Cards, language, theme);

    [Theory]
    [InlineData("en", "light")]
    [InlineData("en", "dark")]
    [InlineData("de", "light")]
    public Task So_can_what_is_stored_about_a_person(string language, string theme) =>
        DrawAsync("people", EveryPerson.In(language), language, theme);

    private static async Task DrawAsync(string picture, IReadOnlyDictionary<string, Card> cards, string language, string theme)
    {
        Tools.Need();
        await using var browser = await Chromium.StartAsync();
        var page = await OpenSheetAsync(browser, theme);

        List<string> faults = [];
        foreach (var (name, card) in cards)
            faults.AddRange(
                await page.EvaluateAsync<string[]>("([name, card]) => draw(name, card)", new[] { name, card.ToJson().ToJsonString() }));

        await page.ScreenshotAsync(
            new() { Path = Path.Combine(Tools.Root, "artifacts", "pictures", $"{picture}-{language}-{theme}.png"), FullPage = true });
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task<IPage> OpenSheetAsync(Chromium browser, string theme)
    {
        var page = await browser.OpenAsync(1560, 900);
        await page.SetContentAsync(await File.ReadAllTextAsync(Path.Combine(Folder, "sheet.html")));
        await page.AddScriptTagAsync(new() { Path = Library });
        await page.AddStyleTagAsync(new() { Content = await FontAsync(400) + await FontAsync(600) });
        await page.EvaluateAsync("Promise.all([...document.fonts].map(font => font.load()))");
        var themes = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "themes.json")))!;
        await page.EvaluateAsync("theme => wear(theme)", themes[theme]!.ToJsonString());
        return page;
    }

    // Teams draws with Segoe UI, which is not free. Open Sans is a little wider and the same on every machine.
    private static async Task<string> FontAsync(int weight)
    {
        var font = Convert.ToBase64String(await File.ReadAllBytesAsync(Path.Combine(Fonts, $"open-sans-latin-{weight}-normal.woff2")));
        return $$"""@font-face { font-family: "Open Sans"; font-weight: {{weight}}; src: url(data:font/woff2;base64,{{font}}); }""";
    }
}
