using System.Net;
using ChatOpsBot.Tests.House;

namespace ChatOpsBot.Tests.Host;

/// <summary>What whoever opens the bot's address in a browser sees.</summary>
public sealed class HomePageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_where_to_chat_and_leads_to_the_events_and_the_health()
    {
        await using var bot = await RunningBot.StartAsync();
        var page = await GetAsync(bot, "en");
        Assert.Contains("ChatOpsBot is running", page, StringComparison.Ordinal);
        Assert.Contains($"ChatOpsBot {Repository.Version}<", page, StringComparison.Ordinal);
        // The test's bot starts no Playground.
        Assert.Contains("Chat in the terminal: dotnet run --project bot/Host -- chat", page, StringComparison.Ordinal);
        foreach (var there in new[] { "/events", "/healthz", "/readyz" })
        {
            Assert.Contains($"href=\"{there}\"", page, StringComparison.Ordinal);
            using var answer = await bot.GetAsync(there);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task It_speaks_the_language_of_the_browser()
    {
        await using var bot = await RunningBot.StartAsync();
        Assert.Contains("ChatOpsBot läuft", await GetAsync(bot, "de-AT"), StringComparison.Ordinal);
    }

    private static async Task<string> GetAsync(RunningBot bot, string language)
    {
        using var browser = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, bot.Address);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await browser.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }
}
