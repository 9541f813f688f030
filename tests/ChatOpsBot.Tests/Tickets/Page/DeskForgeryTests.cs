using System.Net;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Tickets.Page;

/// <summary>What is sent to the desk by anything but its own form changes nothing.</summary>
public sealed class DeskForgeryTests : IAsyncLifetime
{
    private DeskBench _desk = null!;
    private string _session = "";

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskBench.StartAsync();
        _session = await _desk.SessionAsync();
        await _desk.FileAsync("RST-AAAAA2");
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("same-site", null)]
    [InlineData("none", null)]
    [InlineData(null, "https://evil.example.com")]
    [InlineData(null, "null")]
    public async Task A_page_of_another_site_changes_nothing_even_with_cookie_and_token(string? site, string? origin)
    {
        var seen = await _desk.GetAsync("/desk/T-000001", _session);
        var answer = await _desk.PostAsync("/desk/T-000001", _session, Fields(seen.Token), site, origin);
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        await NothingIsChangedAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("guessed")]
    public async Task Without_the_token_nothing_is_changed_and_what_was_typed_is_shown_again(string token)
    {
        var answer = await _desk.PostAsync("/desk/T-000001", _session, Fields(token));
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains(">Gone.</textarea>", answer.Page, StringComparison.Ordinal);
        await NothingIsChangedAsync();

        var again = await _desk.SaveAsync(_session, answer, "closed", "Gone.");
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
    }

    [Fact]
    public async Task The_token_of_another_browser_is_none_though_it_is_the_same_person()
    {
        var (mine, other) = (await _desk.GetAsync("/desk", _session), await _desk.GetAsync("/desk", await _desk.SessionAsync()));
        Assert.NotEqual(mine.Token, other.Token);
        Assert.Equal(HttpStatusCode.Forbidden, (await _desk.PostAsync("/desk/T-000001", _session, Fields(other.Token))).Status);
        await NothingIsChangedAsync();
    }

    [Fact]
    public async Task Without_the_cookie_nothing_is_changed()
    {
        var seen = await _desk.GetAsync("/desk/T-000001", _session);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _desk.PostAsync("/desk/T-000001", null, Fields(seen.Token))).Status);
        await NothingIsChangedAsync();
    }

    [Fact]
    public async Task What_is_no_state_or_no_form_is_explained()
    {
        var token = (await _desk.GetAsync("/desk/T-000001", _session)).Token;
        foreach (var state in (string[])["", "gone", "Closed", "99"])
        {
            var answer = await _desk.PostAsync(
                "/desk/T-000001", _session, [("token", token), ("version", "1"), ("state", state), ("note", "Gone."), ("work_note", "")]);
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Contains("Choose a state", answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await _desk.PostAsync("/desk/T-000001", _session, Enumerable.Range(0, 50).Select(it => ($"field{it}", "x")))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.PostAsync("/desk/T-000009", _session, Fields(token))).Status);
        await NothingIsChangedAsync();
    }

    [Fact]
    public async Task In_local_mode_whoever_sits_at_this_machine_may_and_a_page_elsewhere_may_not()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.FiledAsync();
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var page = await browser.GetStringAsync(new Uri(bot.Address, "/desk/T-000001"), TestContext.Current.CancellationToken);
        Assert.Contains("Local mode", page, StringComparison.Ordinal);
        var token = new DeskAnswer(HttpStatusCode.OK, page, new Dictionary<string, string>()).Token;

        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(browser, bot, token, request => request.Headers.Host = "evil.example.com"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(browser, bot, token, request => request.Headers.Add("X-Forwarded-For", "1.2.3.4")));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(browser, bot, token, request => request.Headers.Add("Origin", "http://evil.example.com")));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(browser, bot, "guessed", _ => { }));
        Assert.Equal(TicketState.New, (await bot.TicketsAsync())[0].State);
        Assert.Equal(HttpStatusCode.SeeOther, await SendAsync(browser, bot, token, _ => { }));
        Assert.Equal(TicketState.Closed, (await bot.TicketsAsync())[0].State);
    }

    private static async Task<HttpStatusCode> SendAsync(
        HttpClient browser, RunningBot bot, string token, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Address, "/desk/T-000001"))
        {
            Content = new FormUrlEncodedContent(Fields(token).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        };
        change(request);
        using var answer = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static (string, string)[] Fields(string token) =>
        [("token", token), ("version", "1"), ("state", "closed"), ("note", "Gone."), ("work_note", "")];

    private async Task NothingIsChangedAsync() => Assert.Equal(1, (await _desk.TicketAsync("T-000001")).Version);
}
