using System.Net;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Tickets.Page;

/// <summary>From the desk's page to Teams and back, through the whole host.</summary>
public sealed class DeskThroughTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_on_the_page_reaches_the_requester_in_Teams_and_their_answer_the_page()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await bot.FiledAsync();
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var page = await ShowAsync(browser, bot);
        Assert.Contains("Ana", page.Text, StringComparison.Ordinal);

        await SaveAsync(browser, bot, page, "waiting", "Which member?", "Ask the night shift.");
        await bot.SettleAsync();
        Assert.Contains("Which member?", ana.Texts[^1], StringComparison.Ordinal);
        Assert.Contains("waiting for you", ana.Card.Card.InWords(), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Teams.Messages, message =>
            message.Text?.Contains("night shift", StringComparison.Ordinal) is true
            || message.Card?.InWords().Contains("night shift", StringComparison.Ordinal) is true);

        await ana.PressesAsync("Send answer", ana.Card.Card, ("reply", "QEZJOBLOG"));
        await bot.SettleAsync();
        page = await ShowAsync(browser, bot);
        Assert.Matches("Requester Ana .{1,30} answered: waiting for the requester → in progress QEZJOBLOG Desk", page.Text);

        await SaveAsync(browser, bot, page, "resolved", "It is back.", "");
        await bot.SettleAsync();
        Assert.Contains("It is back.", ana.Texts[^1], StringComparison.Ordinal);
        Assert.Equal(TicketState.Resolved, (await bot.RequestAsync()).Ticket!.State);
    }

    [Fact]
    public async Task The_start_page_leads_to_it_where_the_local_desk_is_used()
    {
        await using (var bot = await RunningBot.StartAsync())
            Assert.Contains("href=\"/desk\"", await TextAsync(await bot.GetAsync("/")), StringComparison.Ordinal);
        await using var elsewhere = await RunningBot.StartAsync(
            ("Desk:Kind", "Webhook"), ("Desk:Webhook:Url", "https://tickets.example.com/requests"),
            ("Desk:Webhook:Secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        Assert.DoesNotContain("href=\"/desk\"", await TextAsync(await elsewhere.GetAsync("/")), StringComparison.Ordinal);
    }

    private static async Task<DeskAnswer> ShowAsync(HttpClient browser, RunningBot bot) => new(
        HttpStatusCode.OK,
        await browser.GetStringAsync(new Uri(bot.Address, "/desk/T-000001"), Cancel),
        new Dictionary<string, string>());

    private static async Task SaveAsync(HttpClient browser, RunningBot bot, DeskAnswer seen, string state, string note, string workNote)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("token", seen.Token), new("version", seen.Version), new("state", state), new("note", note), new("work_note", workNote),
        ]);
        using var answer = await browser.PostAsync(new Uri(bot.Address, "/desk/T-000001"), form, Cancel);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        using (answer)
            return await answer.Content.ReadAsStringAsync(Cancel);
    }
}
