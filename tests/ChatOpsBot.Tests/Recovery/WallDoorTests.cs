using System.Net;
using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>Who gets to see the page of events outside local mode.</summary>
public sealed class WallDoorTests : IAsyncLifetime
{
    private const string Tenant = "11111111-2222-3333-4444-555555555555";

    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
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
        _browser.Dispose();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task Without_an_invitation_it_says_how_to_get_one()
    {
        var (status, page, _) = await GetAsync("/events");
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains("show me the events page", page, StringComparison.Ordinal);
        Assert.Contains(
            "zeige mir die Ereignisseite", (await GetAsync("/events", language: "de-AT, en;q=0.8")).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("/events", language: ";;q=what,,")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("/events/stream")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("/events", cookie: "__Host-dr-events=guessed")).Status);
    }

    [Fact]
    public async Task A_link_lets_one_browser_in_for_twelve_hours()
    {
        var link = await LinkAsync();
        Assert.StartsWith("https://bot.example.com/events/enter?key=", link.AbsoluteUri, StringComparison.Ordinal);
        // What looks at links for a preview takes nothing away.
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(link.PathAndQuery)).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(link.PathAndQuery)).Status);

        var cookie = await EnterAsync(link);
        Assert.NotNull(cookie);
        Assert.Equal(
            ["httponly", "max-age=43200", "path=/", "samesite=lax", "secure"],
            cookie.Split("; ")[1..].Where(it => !it.StartsWith("expires", StringComparison.Ordinal)).Order());
        Assert.StartsWith("__Host-dr-events=", cookie, StringComparison.Ordinal);

        var session = cookie.Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/events", session)).Status);
        _bot.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("/events", session)).Status);
    }

    [Fact]
    public async Task A_link_is_taken_once_and_within_ten_minutes()
    {
        var link = await LinkAsync();
        Assert.Single((await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => EnterAsync(link)))).OfType<string>());
        Assert.Null(await EnterAsync(link));

        var late = await LinkAsync();
        _bot.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await EnterAsync(late));
    }

    [Fact]
    public async Task Neither_secret_opens_the_other_door_and_none_is_kept()
    {
        var link = await LinkAsync();
        var invitation = link.Query.Split('=')[1];
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("/events", $"__Host-dr-events={invitation}")).Status);
        var session = (await EnterAsync(link))!.Split(';')[0].Split('=')[1];
        Assert.Null(await EnterAsync(new Uri($"https://bot.example.com/events/enter?key={session}")));

        await using var db = await _bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        var viewer = Assert.Single(await db.Viewers.ToListAsync(Cancel));
        Assert.Equal(("aad-ana", null, Tenant, false), (viewer.PersonId, viewer.Name, viewer.Tenant, viewer.IsInvitation));
        Assert.Matches("^[0-9a-f]{64}$", viewer.Hash);
        Assert.DoesNotContain(
            _bot.Log.Lines,
            line => line.Contains(session, StringComparison.Ordinal) || line.Contains(invitation, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("application/x-www-form-urlencoded", "key=")]
    [InlineData("application/x-www-form-urlencoded", "%ZZ&&==&key=a&key=b")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nnothing")]
    public async Task Whatever_else_is_sent_opens_nothing(string type, string body)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        using var answer = await _browser.PostAsync(new Uri(_bot.Address, "/events/enter"), content, Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task An_invitation_below_more_than_a_form_holds_opens_nothing()
    {
        var link = await LinkAsync();
        var form = $"{link.Query[1..]}&more={new string('x', 5000)}";
        using var content = new StringContent(form);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var answer = await _browser.PostAsync(new Uri(_bot.Address, "/events/enter"), content, Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.NotNull(await EnterAsync(link));
    }

    [Theory]
    [InlineData("/events")]
    [InlineData("/events/enter?key=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/events/wall.js")]
    public async Task Nothing_but_its_own_parts_runs_on_the_page(string path)
    {
        using var answer = await _browser.GetAsync(new Uri(_bot.Address, path), Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.StartsWith(
            "default-src 'none'; script-src 'self'; style-src 'self';",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
        Assert.Equal(
            ("nosniff", "no-referrer"),
            (answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.GetValues("Referrer-Policy").Single()));
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_one_tenant_sees_its_events_alone()
    {
        foreach (var tenant in (string[])[Tenant, "another"])
            await SampleWall.DeclareAsync(_bot, tenant);
        var page = (await GetAsync("/events", (await EnterAsync(await LinkAsync()))!.Split(';')[0])).Page;
        Assert.Contains("id=\"DR-1\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("DR-2", page, StringComparison.Ordinal);
    }

    private async Task<Uri> LinkAsync() => (await _bot.Services.GetRequiredService<Invitations>().LinkAsync(
        ViewerPage.Wall, new("aad-ana", "Ana Lopez"), Tenant, Cancel))!;

    private async Task<string?> EnterAsync(Uri link)
    {
        using var form = new FormUrlEncodedContent([new("key", link.Query.Split('=')[1])]);
        using var answer = await _browser.PostAsync(new Uri(_bot.Address, "/events/enter"), form, Cancel);
        if (answer.StatusCode != HttpStatusCode.SeeOther)
            return null;

        Assert.Equal("/events", answer.Headers.Location?.OriginalString);
        return answer.Headers.GetValues("Set-Cookie").Single();
    }

    private async Task<(HttpStatusCode Status, string Page, HttpResponseMessage Answer)> GetAsync(
        string path, string? cookie = null, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_bot.Address, path));
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var answer = await _browser.SendAsync(request, Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel), answer);
    }
}
