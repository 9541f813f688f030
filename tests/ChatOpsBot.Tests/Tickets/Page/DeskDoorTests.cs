using System.Net;
using ChatOpsBot.Application.People.Roles;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.People.Roles;
using ChatOpsBot.Storage.People;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Tickets.Page;

/// <summary>Who gets in at the desk outside local mode, and for how long.</summary>
public sealed class DeskDoorTests : IAsyncLifetime
{
    private DeskBench _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _desk = await DeskBench.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/T-000001")]
    public async Task Without_an_invitation_it_says_how_to_get_one(string path)
    {
        await _desk.FileAsync("RST-AAAAA2");
        var answer = await _desk.GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Contains("“open the desk”", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("PRODLIB", answer.Page, StringComparison.Ordinal);
        Assert.Contains("„Desk öffnen“", (await _desk.GetAsync(path, language: "de-AT")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _desk.GetAsync(path, "__Host-desk=guessed")).Status);
    }

    [Fact]
    public async Task A_link_lets_one_browser_in_for_a_working_day()
    {
        var link = await _desk.LinkAsync();
        Assert.StartsWith("https://bot.example.com/desk/enter?key=", link.AbsoluteUri, StringComparison.Ordinal);
        // What looks at links for a preview takes nothing away.
        Assert.Contains("Open the desk", (await _desk.GetAsync(link.PathAndQuery)).Text, StringComparison.Ordinal);

        var cookie = await _desk.EnterAsync(link);
        Assert.NotNull(cookie);
        Assert.StartsWith("__Host-desk=", cookie, StringComparison.Ordinal);
        Assert.Equal(
            ["httponly", "max-age=36000", "path=/", "samesite=strict", "secure"],
            cookie.Split("; ")[1..].Where(it => !it.StartsWith("expires", StringComparison.Ordinal)).Order());

        var session = cookie.Split(';')[0];
        var page = await _desk.GetAsync("/desk", session);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Ben Okafor", page.Text, StringComparison.Ordinal);
        _desk.Bot.Clock.Advance(TimeSpan.FromHours(10));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _desk.GetAsync("/desk", session)).Status);
    }

    [Fact]
    public async Task A_link_is_taken_once_and_within_ten_minutes()
    {
        var link = await _desk.LinkAsync();
        Assert.Single((await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _desk.EnterAsync(link)))).OfType<string>());
        Assert.Null(await _desk.EnterAsync(link));

        var late = await _desk.LinkAsync();
        _desk.Bot.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await _desk.EnterAsync(late));
    }

    [Fact]
    public async Task A_link_to_one_page_opens_no_other()
    {
        var wall = await _desk.LinkAsync(page: ViewerPage.Wall);
        Assert.Null(await _desk.EnterAsync(wall));
        var wallSession = (await _desk.EnterAsync(wall, "/events/enter"))!.Split(';')[0];
        var secret = wallSession.Split('=')[1];
        Assert.Equal(HttpStatusCode.Unauthorized, (await _desk.GetAsync("/desk", wallSession)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _desk.GetAsync("/desk", $"__Host-desk={secret}")).Status);

        var desk = await _desk.LinkAsync();
        Assert.Null(await _desk.EnterAsync(desk, "/events/enter"));
        secret = (await _desk.SessionAsync()).Split('=')[1];
        Assert.Equal(HttpStatusCode.Unauthorized, (await _desk.GetAsync("/events", $"__Host-dr-events={secret}")).Status);
    }

    [Fact]
    public async Task Neither_secret_is_kept_and_the_name_only_where_something_is_done()
    {
        var link = await _desk.LinkAsync();
        await _desk.EnterAsync(await _desk.LinkAsync(page: ViewerPage.Wall), "/events/enter");
        var session = (await _desk.EnterAsync(link))!.Split(';')[0].Split('=')[1];
        var viewers = await _desk.Bot.ReadAsync(db => db.Viewers.OrderBy(row => row.Page).ToListAsync(Cancel));
        Assert.Equal(
            [(ViewerPage.Desk, "aad-ben", "Ben Okafor"), (ViewerPage.Wall, "aad-ben", null)],
            viewers.Select(row => (row.Page, row.PersonId, row.Name)));
        Assert.All(viewers, row => Assert.Matches("^[0-9a-f]{64}$", row.Hash));
        Assert.DoesNotContain(_desk.Bot.Log.Lines, line => line.Contains(session, StringComparison.Ordinal)
            || line.Contains(link.Query.Split('=')[1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_does_not_hold_the_role_is_not_let_in_though_they_have_a_link()
    {
        var session = await _desk.SessionAsync(new("aad-eve", "Eve"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _desk.GetAsync("/desk", session)).Status);
    }

    [Fact]
    public async Task It_ends_at_once_when_the_role_is_revoked_and_what_was_typed_is_not_saved()
    {
        await _desk.FileAsync("RST-AAAAA2");
        var dana = new Person("aad-dana", "Dana");
        await GrantAsync(dana, isGranted: true);
        var session = await _desk.SessionAsync(dana);
        var seen = await _desk.GetAsync("/desk/T-000001", session);
        Assert.Equal(HttpStatusCode.OK, seen.Status);

        await GrantAsync(dana, isGranted: false);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _desk.GetAsync("/desk", session)).Status);
        var refused = await _desk.SaveAsync(session, seen, "in-progress", "Begun.");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        Assert.Contains("nothing was saved", refused.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await _desk.TicketAsync("T-000001")).Version);
    }

    [Fact]
    public async Task Whoever_signs_out_is_out()
    {
        var session = await _desk.SessionAsync();
        var page = await _desk.GetAsync("/desk", session);
        Assert.Equal(HttpStatusCode.Forbidden, (await _desk.PostAsync("/desk/leave", session, [("token", "another")])).Status);
        var left = await _desk.PostAsync("/desk/leave", session, [("token", page.Token)]);
        Assert.Equal((HttpStatusCode.SeeOther, "/desk"), (left.Status, left.Location));
        Assert.Contains("max-age=0", left.Headers["Set-Cookie"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _desk.GetAsync("/desk", session)).Status);
    }

    [Fact]
    public async Task Somebody_who_is_forgotten_is_out()
    {
        var session = await _desk.SessionAsync();
        await _desk.Bot.ReadAsync(async db =>
        {
            await using var commit = await db.Database.BeginTransactionAsync(Cancel);
            await new Forgetting(db).DoAsync(DeskBench.Ben.Id, _desk.Bot.Clock.GetUtcNow(), Cancel);
            await db.SaveChangesAsync(Cancel);
            await commit.CommitAsync(Cancel);
            return true;
        });
        Assert.Equal(HttpStatusCode.Unauthorized, (await _desk.GetAsync("/desk", session)).Status);
    }

    [Theory]
    [InlineData("/desk", HttpStatusCode.OK)]
    [InlineData("/desk/T-000001", HttpStatusCode.OK)]
    [InlineData("/desk/T-000009", HttpStatusCode.NotFound)]
    [InlineData("/desk/enter?key=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", HttpStatusCode.OK)]
    [InlineData("/desk/desk.css", HttpStatusCode.OK)]
    [InlineData("/pages.css", HttpStatusCode.OK)]
    public async Task Nothing_runs_on_any_page_and_browsers_are_told_so(string path, HttpStatusCode status)
    {
        await _desk.FileAsync("RST-AAAAA2");
        foreach (var session in (string?[])[await _desk.SessionAsync(), null])
        {
            var answer = await _desk.GetAsync(path, session);
            Assert.Equal(
                session is null && path is "/desk" or "/desk/T-000001" or "/desk/T-000009" && session is null
                    ? HttpStatusCode.Unauthorized : status,
                answer.Status);
            Assert.Equal(
                "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                answer.Headers["Content-Security-Policy"]);
            Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
            Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
            Assert.Equal("same-origin", answer.Headers["Cross-Origin-Opener-Policy"]);
            Assert.Equal("same-origin", answer.Headers["Cross-Origin-Resource-Policy"]);
            Assert.Equal("no-store", answer.Headers["Cache-Control"]);
            Assert.DoesNotContain("<script", answer.Page, StringComparison.Ordinal);
            Assert.DoesNotContain("style=", answer.Page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Somebody_who_loads_without_end_is_asked_to_wait_and_others_are_not()
    {
        var (ben, carla) = (await _desk.SessionAsync(), await _desk.SessionAsync(DeskBench.Carla));
        for (var load = 0; load < 60; load++)
            Assert.Equal(HttpStatusCode.OK, (await _desk.GetAsync("/desk", ben)).Status);
        var refused = await _desk.GetAsync("/desk", await _desk.SessionAsync());
        Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (refused.Status, refused.Headers["Retry-After"]));
        Assert.Contains("Wait a moment", refused.Text, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", refused.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _desk.GetAsync("/desk", carla)).Status);
    }

    private async Task GrantAsync(Person who, bool isGranted)
    {
        await _desk.Bot.ReadAsync(async db =>
        {
            var roles = new RoleStore(db);
            var grant = new RoleGrant("desk", who, new("aad-ada", "Ada"), _desk.Bot.Clock.GetUtcNow());
            if (isGranted)
                roles.Grant(grant, await roles.VersionAsync(Cancel));
            else
                roles.Revoke(grant, await roles.VersionAsync(Cancel));
            return await db.SaveChangesAsync(Cancel);
        });
        await _desk.Bot.Services.GetRequiredService<RoleRefresh>().ReadAsync(Cancel);
    }
}
