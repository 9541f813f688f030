using System.Net;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Tests.Delivery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Tickets.Page;

/// <summary>A ticket in full, and what is done to it.</summary>
public sealed class DeskTicketTests : IAsyncLifetime
{
    private DeskBench _desk = null!;
    private string _session = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskBench.StartAsync();
        _session = await _desk.SessionAsync();
        await _desk.FileAsync("RST-AAAAA2", body: "LPAR: LPAR1\nReason: It was: deleted");
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("T-000001")]
    [InlineData("1")]
    [InlineData("t-1")]
    [InlineData("RST-AAAAA2")]
    public async Task It_is_found_by_its_number_and_its_key(string typed)
    {
        var page = await ShowAsync(typed);
        Assert.Equal((HttpStatusCode.OK, "T-000001"), (page.Status, page.Number));
        foreach (var part in (string[])["Restore PRODLIB", "Ana Lopez", "Request status submitted", "<dt>Reason</dt><dd dir=\"auto\">It was: deleted</dd>"])
            Assert.Contains(part, part[0] == '<' ? page.Page : page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_saved_stands_in_the_ticket_its_history_and_the_audit_chain_with_who_did_it()
    {
        var saved = await _desk.SaveAsync(_session, await ShowAsync(), "waiting", "Which member?\nPlease be exact. ", "Tape 4711");
        Assert.Equal((HttpStatusCode.SeeOther, "/desk/T-000001?saved=3"), (saved.Status, saved.Location));

        var ticket = await _desk.TicketAsync("T-000001");
        Assert.Equal(
            (TicketState.WaitingForYou, "Which member?\nPlease be exact.", 3), (ticket.State, ticket.Note, ticket.Version));
        var page = await _desk.GetAsync(saved.Location!, _session);
        Assert.Contains("Saved. The requester is told", page.Text, StringComparison.Ordinal);
        Assert.Matches("Desk Ben Okafor 08:00 work note, not for the requester Tape 4711", page.Text);
        Assert.Matches(
            "Desk Ben Okafor 08:00 wrote to the requester: new → waiting for the requester Which member\\? Please be exact\\. Requester Ana Lopez",
            page.Text);
        Assert.DoesNotContain("Saved.", (await _desk.GetAsync(saved.Location!, await _desk.SessionAsync(DeskBench.Carla))).Text, StringComparison.Ordinal);

        var audited = await _desk.Bot.ReadAsync(db => db.AuditChainEntries.Where(entry => entry.SubjectKey == "T-000001")
            .OrderBy(entry => entry.Sequence)
            .Select(entry => $"{entry.Version} {entry.What} {entry.ActorId} {entry.ActorName} {entry.Detail}").ToListAsync(Cancel));
        Assert.Equal(
            [
                "1 opened   RST-AAAAA2",
                "2 waiting aad-ben Ben Okafor RST-AAAAA2: Which member?\nPlease be exact.",
                "3 work-note aad-ben Ben Okafor RST-AAAAA2: Tape 4711",
            ],
            audited);
    }

    [Fact]
    public async Task Its_files_are_named_and_saved_never_shown()
    {
        await _desk.AtDeskAsync("T-000001", (book, ticket, at) =>
            book.Attach(ticket, new("RST-AAAAA2-1-page.html", "text/html", "<script>alert(1)</script>"u8.ToArray()), at));
        var page = await ShowAsync();
        Assert.Contains("RST-AAAAA2-1-page.html 25 bytes", page.Text, StringComparison.Ordinal);
        Assert.Contains("Requester Ana Lopez 08:00 sent a file", page.Text, StringComparison.Ordinal);

        var file = await _desk.GetAsync("/desk/T-000001/files/RST-AAAAA2-1-page.html", _session);
        Assert.Equal((HttpStatusCode.OK, "<script>alert(1)</script>"), (file.Status, file.Page));
        Assert.Equal("application/octet-stream", file.Headers["Content-Type"]);
        Assert.StartsWith("attachment; filename=RST-AAAAA2-1-page.html", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal("nosniff", file.Headers["X-Content-Type-Options"]);

        Assert.Equal(HttpStatusCode.NotFound, (await _desk.GetAsync("/desk/T-000001/files/other.html", _session)).Status);
        var elsewhere = await _desk.SessionAsync(tenant: DeskBench.Other);
        Assert.Equal(
            HttpStatusCode.NotFound, (await _desk.GetAsync("/desk/T-000001/files/RST-AAAAA2-1-page.html", elsewhere)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _desk.GetAsync("/desk/T-000001/files/RST-AAAAA2-1-page.html")).Status);
    }

    [Fact]
    public async Task A_work_note_alone_changes_nothing_for_the_requester()
    {
        var before = await _desk.TicketAsync("T-000001");
        _desk.Bot.Clock.Advance(TimeSpan.FromMinutes(5));
        var saved = await _desk.SaveAsync(_session, await ShowAsync(), "new", workNote: "Ask Ben first.");
        Assert.Contains(
            "Saved, for the desk alone.", (await _desk.GetAsync(saved.Location!, _session)).Text, StringComparison.Ordinal);
        var after = await _desk.TicketAsync("T-000001");
        Assert.Equal((before.ChangedAt, null, 2), (after.ChangedAt, after.Note, after.Version));
    }

    [Fact]
    public async Task What_the_requester_says_stands_apart_and_without_its_mark()
    {
        await _desk.AtDeskAsync("T-000001", (book, ticket, at) =>
            book.Hear(ticket, TicketState.InProgress, "answered", "QEZJOBLOG, as [always] [1A2B3C4D]", at));
        var page = await ShowAsync();
        Assert.Contains("Requester Ana Lopez 08:00 answered: new → in progress QEZJOBLOG, as [always] Requester", page.Text, StringComparison.Ordinal);
        Assert.Contains("<li class=\"by-requester\">", page.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_change_it_at_the_same_time_the_second_keeps_what_they_typed_and_reads_what_is_new()
    {
        var seen = await ShowAsync();
        var carla = await _desk.SessionAsync(DeskBench.Carla);
        await _desk.SaveAsync(carla, await _desk.GetAsync("/desk/T-000001", carla), "in-progress", "I have it.");

        var refused = await _desk.SaveAsync(_session, seen, "resolved", "It is back.", "Took <2 hours");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Somebody changed this ticket meanwhile", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Desk Carla Rossi 08:00 wrote to the requester: new → in progress I have it.", refused.Text, StringComparison.Ordinal);
        Assert.Contains(">It is back.</textarea>", refused.Page, StringComparison.Ordinal);
        Assert.Contains(">Took &lt;2 hours</textarea>", refused.Page, StringComparison.Ordinal);
        Assert.Matches("<option value=\"resolved\" selected", refused.Page);
        Assert.Equal("I have it.", (await _desk.TicketAsync("T-000001")).Note);

        var saved = await _desk.SaveAsync(_session, refused, "resolved", "It is back.", "Took <2 hours");
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Equal(
            ["Ben Okafor", "Ben Okafor", "Carla Rossi", null], (await _desk.HistoryAsync("T-000001")).Select(entry => entry.By?.Name));
    }

    [Fact]
    public async Task Of_many_at_once_one_saves()
    {
        var seen = await ShowAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number => _desk.SaveAsync(_session, seen, "in-progress", $"Note {number}")));
        Assert.Single(answers, answer => answer.Status is HttpStatusCode.SeeOther);
        Assert.Equal(7, answers.Count(answer => answer.Status is HttpStatusCode.Conflict));
        Assert.Equal(2, (await _desk.TicketAsync("T-000001")).Version);
    }

    [Theory]
    [InlineData("waiting", "", "Write what you need from the requester")]
    [InlineData("new", "", "There is nothing to save")]
    [InlineData("new", "  \n ", "There is nothing to save")]
    [InlineData("resolved", "The password is: Tr0ub4dor&3", "Passwords do not belong in a ticket")]
    public async Task What_cannot_be_saved_is_explained_and_stays_in_the_form(string state, string note, string why)
    {
        var refused = await _desk.SaveAsync(_session, await ShowAsync(), state, note, workNote: state == "new" ? "" : "kept");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(why, refused.Text, StringComparison.Ordinal);
        Assert.Matches($"<option value=\"{state}\" selected", refused.Page);
        Assert.Equal(1, (await _desk.TicketAsync("T-000001")).Version);
    }

    [Theory]
    [InlineData(TicketState.InProgress, "new", "is not new again")]
    [InlineData(TicketState.Closed, "in-progress", "is not opened again")]
    [InlineData(TicketState.Cancelled, "resolved", "is not opened again")]
    [InlineData(TicketState.Resolved, "cancelled", "cannot go from its state to that one")]
    public async Task A_step_that_does_not_exist_is_explained_and_not_offered(TicketState from, string to, string why)
    {
        await _desk.AtDeskAsync("T-000001", (book, ticket, at) => book.Set(ticket, from, "set", null, at));
        var seen = await ShowAsync();
        Assert.DoesNotContain($"<option value=\"{to}\"", seen.Page, StringComparison.Ordinal);
        var refused = await _desk.SaveAsync(_session, seen, to, "A word.");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(why, refused.Text, StringComparison.Ordinal);
        Assert.Contains(">A word.</textarea>", refused.Page, StringComparison.Ordinal);
        Assert.Equal(from, (await _desk.TicketAsync("T-000001")).State);
    }

    [Fact]
    public async Task A_note_can_be_written_to_what_is_closed()
    {
        await _desk.AtDeskAsync("T-000001", (book, ticket, at) => book.Set(ticket, TicketState.Closed, "set", null, at));
        Assert.Equal(HttpStatusCode.SeeOther, (await _desk.SaveAsync(_session, await ShowAsync(), "closed", "A last word.")).Status);
        Assert.Equal((TicketState.Closed, "A last word."), ((await _desk.TicketAsync("T-000001")).State, (await _desk.TicketAsync("T-000001")).Note));
    }

    [Fact]
    public async Task How_long_a_note_may_be_is_said_before_and_after()
    {
        var seen = await ShowAsync();
        Assert.Contains("At most 2000 characters", seen.Text, StringComparison.Ordinal);
        Assert.Contains("maxlength=\"2000\"", seen.Page, StringComparison.Ordinal);
        var lines = string.Join('\n', Enumerable.Repeat(new string('ü', 99), 20));
        Assert.Equal(1_999, lines.Length);
        var refused = await _desk.SaveAsync(_session, seen, "in-progress", $"{lines}xx");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("This has 2001 characters; at most 2000 are possible.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("xx</textarea>", refused.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await _desk.SaveAsync(_session, refused, "in-progress", $"{lines}x")).Status);

        var huge = await _desk.SaveAsync(_session, await ShowAsync(), "in-progress", new string('x', 70_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.Status);
        Assert.Contains("nothing was saved", huge.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_note_is_text_and_a_NUL_is_none()
    {
        await _desk.SaveAsync(_session, await ShowAsync(), "in-progress", "<img src=x onerror=alert(1)>\u202Ecba\0 {{DATE(x)}}");
        var page = await ShowAsync();
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;cba\uFFFD {{DATE(x)}}", page.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_history_has_pages()
    {
        for (var number = 1; number <= 60; number++)
            await _desk.AtDeskAsync("T-000001", (book, ticket, at) => book.NoteWork(ticket, $"note {number}.", at, null));
        var newest = await ShowAsync();
        Assert.Contains("note 60.", newest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("note 10.", newest.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/desk/T-000001?before=12\"", newest.Page, StringComparison.Ordinal);
        var older = await ShowAsync("T-000001?before=12");
        foreach (var part in (string[])["note 10.", "note 1.", "opened the ticket", "Newest"])
            Assert.Contains(part, older.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("note 11.", older.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_whose_request_was_deleted_can_be_worked_and_says_that_nobody_is_told()
    {
        await _desk.FileAsync("RST-BBBBB2", withRequest: false);
        var seen = await ShowAsync("T-000002");
        Assert.Contains("Request status deleted", seen.Text, StringComparison.Ordinal);
        var saved = await _desk.SaveAsync(_session, seen, "closed", "Too old.");
        Assert.Contains("nobody is told", (await _desk.GetAsync(saved.Location!, _session)).Text, StringComparison.Ordinal);
    }

    private Task<DeskAnswer> ShowAsync(string number = "T-000001") => _desk.GetAsync($"/desk/{number}", _session);
}
