using System.Net;
using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Security;

/// <summary>One person who watches the page of events does not take the places of others.</summary>
public sealed class WallLimitTests : IAsyncLifetime
{
    private const string Tenant = "11111111-2222-3333-4444-555555555555";
    private const int MostOfOne = 20;

    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly List<HttpResponseMessage> _open = [];
    private RunningBot _bot = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _bot = await RunningBot.StartAsync(
            ("Teams:AppId", "22222222-2222-3333-4444-555555555555"),
            ("Teams:TenantId", Tenant),
            ("Teams:ClientSecret", "x"),
            ("Recovery:PageAddress", "https://bot.example.com/"));

    public async ValueTask DisposeAsync()
    {
        foreach (var stream in _open)
            stream.Dispose();
        _browser.Dispose();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task Twenty_streams_of_one_person_are_open_at_most_through_however_many_links()
    {
        var (first, second, bens) = (await CookieAsync("aad-mallory"), await CookieAsync("aad-mallory"), await CookieAsync("aad-ben"));
        for (var number = 0; number < MostOfOne; number++)
            Assert.Equal(HttpStatusCode.OK, await FollowAsync(number % 2 == 0 ? first : second));
        foreach (var cookie in (string[])[first, second, await CookieAsync("aad-mallory")])
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await FollowAsync(cookie));
        Assert.Equal(HttpStatusCode.OK, await FollowAsync(bens));

        _open[0].Dispose();
        for (var look = 0; await FollowAsync(second) is not HttpStatusCode.OK; look++)
        {
            Assert.InRange(look, 0, 500);
            await Task.Delay(20, Cancel);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await FollowAsync(first));
    }

    [Fact]
    public async Task Ten_people_who_open_all_they_may_take_the_room_and_the_next_is_asked_to_come_later()
    {
        for (var person = 0; person < 10; person++)
        {
            var cookie = await CookieAsync($"aad-p{person}");
            for (var number = 0; number < MostOfOne; number++)
                Assert.Equal(HttpStatusCode.OK, await FollowAsync(cookie));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await FollowAsync(await CookieAsync("aad-ben")));
    }

    /// <summary>Opens a stream, which stays open where there is room for it.</summary>
    private async Task<HttpStatusCode> FollowAsync(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_bot.Address, "/events/stream"));
        request.Headers.Add("Cookie", cookie);
        var answer = await _browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        if (answer.StatusCode is HttpStatusCode.OK)
            _open.Add(answer);
        else
            Assert.Equal("10", answer.Headers.RetryAfter?.ToString());
        return answer.StatusCode;
    }

    /// <summary>What the browser of this person holds after the link from the chat was taken.</summary>
    private async Task<string> CookieAsync(string person)
    {
        var link = await _bot.Services.GetRequiredService<Invitations>().LinkAsync(ViewerPage.Wall, new(person, ""), Tenant, Cancel);
        using var form = new FormUrlEncodedContent([new("key", link!.Query.Split('=')[1])]);
        using var answer = await _browser.PostAsync(new Uri(_bot.Address, "/events/enter"), form, Cancel);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }
}
