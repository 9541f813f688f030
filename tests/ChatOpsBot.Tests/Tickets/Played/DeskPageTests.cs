using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Sandbox.IbmCloud;

namespace ChatOpsBot.Tests.Tickets.Played;

/// <summary>What the page of a played desk takes, and from whom.</summary>
public sealed class DeskPageTests : IAsyncLifetime
{
    private FakeIbmCloud _ibm = null!;
    private DeskPlayer _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _desk = new((_ibm = await FakeIbmCloud.StartAsync()).Page);

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _ibm.DisposeAsync();
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Host", "elsewhere.example")]
    public async Task The_page_of_another_site_plays_nothing(string header, string value)
    {
        var one = _ibm.Add("Restore PRODLIB");
        using var move = await _desk.PostAsync($"/desk/cases/{one.Number}", [("move", "Close")], (header, value));
        using var trouble = await _desk.PostAsync("/desk/trouble", [("trouble", "ServerError")], (header, value));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (move.StatusCode, trouble.StatusCode));
        Assert.Equal(("New", DeskTrouble.None), (one.Status, _ibm.Desk.Trouble));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", null)]
    public async Task The_own_page_plays(string header, string? value)
    {
        var one = _ibm.Add("Restore PRODLIB");
        using var move = await _desk.PostAsync(
            $"/desk/cases/{one.Number}", [("move", "Close")], (header, value ?? _ibm.Page.GetLeftPart(UriPartial.Authority)));
        Assert.Equal((HttpStatusCode.SeeOther, "Closed"), (move.StatusCode, one.Status));
    }

    [Fact]
    public async Task A_name_that_somebody_else_made_to_lead_here_shows_nothing()
    {
        using var answer = await _desk.GetAsync("/desk", ("Host", "elsewhere.example"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("Ask", "  ", HttpStatusCode.BadRequest, "Write something first")]
    [InlineData("Propose", "", HttpStatusCode.BadRequest, "Write something first")]
    [InlineData("Reopen", "It is back.", HttpStatusCode.Conflict, "not possible any more")]
    [InlineData("Burn", "It is back.", HttpStatusCode.BadRequest, "no move that the sandbox knows")]
    [InlineData("3", "It is back.", HttpStatusCode.BadRequest, "no move that the sandbox knows")]
    public async Task A_move_that_cannot_be_made_says_why_and_keeps_what_was_typed(
        string move, string text, HttpStatusCode status, string reason)
    {
        var one = _ibm.Add("Restore PRODLIB");
        using var answer = await _desk.PostAsync($"/desk/cases/{one.Number}", [("move", move), ("text", text)]);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(reason, page, StringComparison.Ordinal);
        Assert.Contains($"{text.Trim()}</textarea>", page, StringComparison.Ordinal);
        Assert.Equal("New", one.Status);
        Assert.Empty(one.Texts);
    }

    [Fact]
    public async Task A_text_has_an_end()
    {
        var one = _ibm.Add("Restore PRODLIB");
        var longest = new string('x', SandboxLimits.LongestText);
        await _desk.PlayAsync(one.Number, "Comment", longest);
        using var longer = await _desk.PostAsync($"/desk/cases/{one.Number}", [("move", "Comment"), ("text", longest + "y")]);
        Assert.Equal(HttpStatusCode.BadRequest, longer.StatusCode);
        Assert.Contains("xy</textarea>", await longer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var flood = await _desk.PostAsync(
            $"/desk/cases/{one.Number}", [("move", "Comment"), ("text", new('x', SandboxLimits.LongestForm))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, flood.StatusCode);
        Assert.Equal([longest], one.Texts);
    }

    [Fact]
    public async Task Whatever_is_written_is_shown_as_text()
    {
        var one = _ibm.Add("<b>bold</b>");
        await _desk.PlayAsync(one.Number, "Comment", "<script>alert(1)</script>");
        using var answer = await _desk.GetAsync($"/desk/cases/{one.Number}");
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_sandbox_says_so_to_the_bot_and_on_the_page()
    {
        for (var made = 0; made < SandboxLimits.Cases; made++)
            _ibm.Add($"Case {made}");
        using var client = new HttpClient();
        var form = new FormUrlEncodedContent([
            new("grant_type", "urn:ibm:params:oauth:grant-type:apikey"), new("apikey", FakeIbmCloud.Key),
        ]);
        using var signIn = await client.PostAsync(new Uri(_ibm.TokenUrl), form, Cancel);
        var token = await signIn.Content.ReadFromJsonAsync<JsonObject>(Cancel);
        client.DefaultRequestHeaders.Authorization = new("Bearer", (string)token!["access_token"]!);
        var offering = new { type = new { key = FakeIbmCloud.Offering } };
        using var one = await client.PostAsJsonAsync(
            new Uri($"{_ibm.BaseUrl}/cases"),
            new { type = "technical", subject = "One more", description = "Of many", severity = 4, offering },
            Cancel);
        Assert.Contains("at most 300 cases", await one.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.BadRequest, SandboxLimits.Cases), (one.StatusCode, _ibm.Cases.Count));

        using var comment = await _desk.PostAsync($"/desk/cases/{_ibm.Cases[0].Number}", [("move", "Comment"), ("text", "Hello.")]);
        Assert.Equal(HttpStatusCode.Conflict, comment.StatusCode);
        Assert.Contains("The sandbox is full", await comment.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_is_not_there_is_not_found()
    {
        using var answer = await _desk.GetAsync("/desk/cases/CS9");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
