using System.Net;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Tickets;

namespace ChatOpsBot.Tests.Tickets.Page;

/// <summary>The tickets as whoever works at the desk looks for them.</summary>
public sealed class DeskListTests : IAsyncLifetime
{
    private DeskBench _desk = null!;
    private string _session = "";

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskBench.StartAsync();
        _session = await _desk.SessionAsync();
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task The_newest_change_stands_above_and_what_is_finished_does_not_stand_there()
    {
        Assert.Contains("No tickets.", (await ListAsync()).Text, StringComparison.Ordinal);
        foreach (var key in (string[])["RST-AAAAA2", "RST-BBBBB2", "RST-CCCCC2"])
            await _desk.FileAsync(key);
        await _desk.AtDeskAsync("T-000001", (book, ticket, at) => book.Set(ticket, TicketState.InProgress, "set", null, at));
        await _desk.AtDeskAsync("T-000002", (book, ticket, at) => book.Set(ticket, TicketState.Closed, "set", null, at));

        Assert.Equal(["T-000001", "T-000003"], (await ListAsync()).Listed);
        Assert.Equal(["T-000002", "T-000001", "T-000003"], (await ListAsync("state=all")).Listed);
        Assert.Equal(["T-000002"], (await ListAsync("state=closed")).Listed);
        Assert.Equal(["T-000001"], (await ListAsync("state=in-progress")).Listed);
    }

    [Fact]
    public async Task A_line_says_what_whose_how_urgent_and_how_old()
    {
        await _desk.FileAsync("RST-AAAAA2", severity: Severity.Critical);
        _desk.Bot.Clock.Advance(TimeSpan.FromHours(3));
        await _desk.FileAsync("RST-BBBBB2", withRequest: false);
        var list = await ListAsync();
        Assert.Matches("T-000001 RST-AAAAA2 .{3,40} Restore PRODLIB Ana Lopez 1 urgent new 3 h 08:00", list.Text);
        Assert.Contains("unknown 3 new now 11:00", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("overdue", list.Text, StringComparison.Ordinal);

        _desk.Bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("1 urgent new overdue 4 h", (await ListAsync()).Text, StringComparison.Ordinal);
        await _desk.AtDeskAsync("T-000001", (book, ticket, at) => book.Set(ticket, TicketState.Resolved, "set", null, at));
        var done = (await ListAsync("state=resolved")).Text;
        Assert.DoesNotContain("overdue", done, StringComparison.Ordinal);
        Assert.DoesNotContain("urgent", done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_filtered_by_type_and_severity_and_text()
    {
        await _desk.FileAsync("RST-AAAAA2", "Restore PRODLIB", Severity.Critical);
        await _desk.FileAsync("BKP-BBBBB2", "Back up ÜBUNG", Severity.Low, type: "backup");
        await _desk.FileAsync("PAM-CCCCC2", "Access to 100% of LPAR_1", Severity.Low, type: "pam");

        Assert.Equal(["T-000002"], (await ListAsync("type=backup")).Listed);
        Assert.Equal(["T-000003", "T-000002"], (await ListAsync("severity=4")).Listed);
        Assert.Equal(["T-000003"], (await ListAsync("severity=4&type=pam")).Listed);
        foreach (var text in (string[])["t-1", "T-000001", "rst-aaaaa2", "aaaaa", "prodlib", "PRODLIB", "restore prod"])
            Assert.Equal(["T-000001"], (await ListAsync($"q={Uri.EscapeDataString(text)}")).Listed);
        Assert.Contains("T-000001", (await ListAsync("q=1")).Listed);
        Assert.Equal(["T-000002"], (await ListAsync("q=%C3%9CBUNG")).Listed);
        Assert.Equal(["T-000003"], (await ListAsync("q=100%25")).Listed);
        Assert.Empty((await ListAsync("q=100_")).Listed);
        Assert.Empty((await ListAsync("q=nothing+like+it")).Listed);
    }

    [Fact]
    public async Task What_was_looked_for_stays_in_the_form_and_can_be_reset()
    {
        var list = await ListAsync("q=%22%3E%3Cb%3E&type=backup&severity=4&state=waiting");
        Assert.Contains("value=\"&quot;&gt;&lt;b&gt;\"", list.Page, StringComparison.Ordinal);
        foreach (var chosen in (string[])["backup", "4", "waiting"])
            Assert.Matches($"<option value=\"{chosen}\" selected", list.Page);
        Assert.Contains("<a href=\"/desk\">Reset</a>", list.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Reset", (await ListAsync()).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_has_25_and_leads_to_the_next_with_what_was_looked_for()
    {
        for (var number = 1; number <= 51; number++)
            await _desk.FileAsync($"RST-{number:D6}", withRequest: false);
        var first = await ListAsync("q=prodlib&severity=3");
        Assert.Contains("51 tickets", first.Text, StringComparison.Ordinal);
        Assert.Contains("Page 1 of 3", first.Text, StringComparison.Ordinal);
        Assert.Contains("<a rel=\"next\" href=\"/desk?q=prodlib&amp;severity=3&amp;page=2\">", first.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", first.Page, StringComparison.Ordinal);
        var (second, third) = (await ListAsync("page=2"), await ListAsync("page=3"));
        Assert.Equal(
            Enumerable.Range(1, 51).Reverse().Select(number => TicketNumber.Of(number)),
            (string[])[.. (await ListAsync()).Listed, .. second.Listed, .. third.Listed]);
        Assert.DoesNotContain("rel=\"next\"", third.Page, StringComparison.Ordinal);
        Assert.Contains("Page 3 of 3", (await ListAsync("page=99")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state=nonsense&type=&severity=9&page=-1")]
    [InlineData("page=99999999999999999999&severity=1.5")]
    [InlineData("q=%00&page=2147483647")]
    public async Task What_nobody_can_choose_is_taken_for_the_usual(string query)
    {
        await _desk.FileAsync("RST-AAAAA2");
        Assert.Equal(HttpStatusCode.OK, (await ListAsync(query)).Status);
    }

    [Fact]
    public async Task What_others_wrote_is_text_and_nothing_else()
    {
        const string Evil = "<script>alert(1)</script>\"'&\u202Egnp.exe";
        await _desk.FileAsync("RST-AAAAA2", Evil, requester: $"Eve {Evil}", body: $"Reason: {Evil}");
        foreach (var path in (string[])["/desk", "/desk/T-000001"])
        {
            var page = (await _desk.GetAsync(path, _session)).Page;
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
            Assert.DoesNotContain('\u202E', page);
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;gnp.exe", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_speaks_the_language_of_the_browser()
    {
        await _desk.FileAsync("RST-AAAAA2");
        var page = (await _desk.GetAsync("/desk", _session, "de-DE")).Text;
        foreach (var word in (string[])["Betreff", "Auftraggeber", "neu", "1 Ticket", "gerade"])
            Assert.Contains(word, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_tenant_sees_its_own_and_the_bots_own_what_is_nobodys()
    {
        await _desk.FileAsync("RST-AAAAA2", tenant: DeskBench.Tenant);
        await _desk.FileAsync("RST-BBBBB2", tenant: DeskBench.Other);
        await _desk.FileAsync("RST-CCCCC2", tenant: null);
        await _desk.FileAsync("RST-DDDDD2", withRequest: false);
        // A name is no tenant.
        await _desk.FileAsync("RST-EEEEE2", tenant: DeskBench.Other, requester: $"\"tenantId\":\"{DeskBench.Tenant}\"");

        Assert.Equal(["T-000004", "T-000003", "T-000001"], (await ListAsync()).Listed);
        var other = await _desk.SessionAsync(DeskBench.Carla, DeskBench.Other);
        Assert.Equal(["T-000005", "T-000002"], (await _desk.GetAsync("/desk", other)).Listed);
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.GetAsync("/desk/T-000001", other)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.GetAsync("/desk/T-000002", _session)).Status);

        // Somebody who knows its number, and has a form of another ticket, cannot change it either.
        var seen = await _desk.GetAsync("/desk/T-000001", _session);
        var answer = await _desk.PostAsync(
            "/desk/T-000002", _session, [("token", seen.Token), ("version", "1"), ("state", "closed"), ("note", ""), ("work_note", "")]);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(TicketState.New, (await _desk.TicketAsync("T-000002")).State);
    }

    private Task<DeskAnswer> ListAsync(string query = "") => _desk.GetAsync($"/desk?{query}", _session);
}
