using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox.ServiceNow;
using static ChatOpsBot.Tests.Tickets.ServiceNow.ServiceNowBench;

namespace ChatOpsBot.Tests.Tickets.ServiceNow;

/// <summary>What the desk does, as the bot reads it.</summary>
public sealed class ServiceNowWayBackTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1", "", TicketState.New, null)]
    [InlineData("2", "", TicketState.InProgress, null)]
    [InlineData("3", "1", TicketState.WaitingForYou, null)]
    [InlineData("3", "4", TicketState.OnHold, "Awaiting Vendor")]
    [InlineData("3", "", TicketState.OnHold, "On Hold")]
    [InlineData("6", "", TicketState.Resolved, null)]
    [InlineData("7", "", TicketState.Closed, null)]
    [InlineData("8", "", TicketState.Cancelled, null)]
    [InlineData("21", "", TicketState.InProgress, "21")]
    public async Task A_state_means_something_to_the_requester(string state, string reason, TicketState means, string? word)
    {
        await using var bench = await StartAsync();
        await bench.FiledAsync();
        bench.Work(("state", state), ("hold_reason", reason));
        var ticket = Assert.Single(await bench.ChangedAsync()).Ticket;
        Assert.Equal((means, word), (ticket.State, ticket.Word));
    }

    [Fact]
    public async Task States_are_mapped_as_the_settings_say()
    {
        await using var bench = await StartAsync(
            ("States:0:Value", "1"), ("States:0:Is", "New"), ("States:1:Value", "21"), ("States:1:Is", "WaitingForYou"),
            ("States:2:Value", "22"), ("States:2:Is", "InProgress"));
        var ticket = await bench.FiledAsync();
        bench.Work(("state", "21"), ("comments", "Which member?"));
        Assert.Equal(TicketState.WaitingForYou, Assert.Single(await bench.ChangedAsync()).Ticket.State);

        await bench.Desk.ReplyAsync(ticket, new("m1", DeskReplyKind.Answer, "MBR1", "Ana"), Cancel);
        Assert.Equal("22", bench.Tables.Only["state"]);
    }

    [Fact]
    public async Task A_ticket_that_waits_for_approval_at_the_desk_says_so_and_is_not_changed()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Work(("approval", "requested"));
        var seen = Assert.Single(await bench.ChangedAsync()).Ticket;
        Assert.Equal((TicketState.OnHold, "waits for approval at the desk"), (seen.State, seen.Word));
        var refused = Assert.IsType<DeskAnswer.Refused>(await bench.Desk.AmendAsync(ticket, Restore with { Body = "LPAR: LPAR2" }, Cancel));
        Assert.Contains("approval", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_come_back_without_the_bots_own_and_without_work_notes()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Work(("comments", "Which [code]<b>member</b>[/code]?"), ("work_notes", "Ask the vendor."));
        await bench.Desk.ReplyAsync(ticket, new("m1", DeskReplyKind.Answer, "MBR1", "Ana"), Cancel);

        var comment = Assert.Single(Assert.Single(await bench.ChangedAsync()).Comments);
        Assert.Equal(("beth", "Which <b>member</b>?", Monday.AddMinutes(1)), (comment.By, comment.Text, comment.At));
        Assert.Equal([comment], Assert.IsType<DeskAnswer.Done>(await bench.Desk.ReadAsync(ticket, Cancel)).Comments);
    }

    [Fact]
    public async Task Work_notes_are_shown_where_the_settings_say_so()
    {
        await using var bench = await StartAsync(("ShowWorkNotes", "true"));
        await bench.FiledAsync();
        bench.Work(("work_notes", "Ask the vendor."));
        Assert.Equal("Ask the vendor.", Assert.Single(Assert.Single(await bench.ChangedAsync()).Comments).Text);
    }

    [Fact]
    public async Task A_solution_is_told_though_it_stands_in_a_column_of_its_own()
    {
        await using var bench = await StartAsync();
        await bench.FiledAsync();
        bench.Work(("state", "6"), ("close_notes", "PRODLIB is back."));
        bench.Work(("priority", "4"));
        var comment = Assert.Single(Assert.Single(await bench.ChangedAsync()).Comments);
        Assert.Equal(("PRODLIB is back.", Monday.AddMinutes(1)), (comment.Text, comment.At));
    }

    [Fact]
    public async Task Where_the_journal_may_not_be_read_the_text_that_people_see_does()
    {
        await using var bench = await StartAsync();
        bench.Tables.Zone = TimeSpan.FromHours(-8);
        bench.Instance.Always(call => call.Is("GET", "/sys_journal_field"), FakeServiceNowFault.Refuse(403, "Insufficient rights"));
        var ticket = await bench.FiledAsync();
        bench.Work(("comments", "Which member?\n\nThe first - or the last (of two)?"));
        bench.Work(("comments", "Still waiting."));
        var reply = new DeskReply("m1", DeskReplyKind.Answer, "MBR1", "Ana");
        await bench.Desk.ReplyAsync(ticket, reply, Cancel);
        await bench.Desk.ReplyAsync(ticket, reply, Cancel);

        Assert.Equal(
            [
                ("beth", Monday.AddMinutes(1), "Which member?\n\nThe first - or the last (of two)?"),
                ("beth", Monday.AddMinutes(2), "Still waiting."),
            ],
            Assert.Single(await bench.ChangedAsync()).Comments.Select(comment => (comment.By!, comment.At, comment.Text)));
        Assert.Equal(3, bench.Tables.CommentsOf(bench.Id).Count);
    }

    [Fact]
    public async Task Two_changes_within_a_second_are_two()
    {
        await using var bench = await StartAsync();
        await bench.FiledAsync();
        var before = Assert.Single(await bench.ChangedAsync()).Ticket;
        bench.Tables.Work(bench.Id, "beth", ("state", "2"));
        Assert.True(Assert.Single(await bench.ChangedAsync()).Ticket.Changed > before.Changed);
    }

    [Theory]
    [InlineData(250, 250)]
    [InlineData(1000, 20)]
    public async Task Of_many_changes_none_is_missed_though_many_are_of_one_second(int tickets, int perSecond)
    {
        await using var bench = await StartAsync();
        for (var number = 0; number < tickets; number++)
        {
            Create(bench, $"RST-{number}", "ChatOpsBot");
            Create(bench, $"OTHER-{number}", "other");
            if ((number + 1) % perSecond == 0)
                bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        HashSet<string> seen = [];
        var after = Monday;
        while (await bench.ChangedAsync(after) is { Count: > 0 } page)
        {
            Assert.Equal(page.Select(update => update.Ticket.Changed).Order(), page.Select(update => update.Ticket.Changed));
            seen.UnionWith(page.Select(update => update.Ticket.Number!));
            if (page.Count < 100 || page[^1].Ticket.Changed <= after)
                break;
            after = page[^1].Ticket.Changed;
        }

        Assert.Equal(tickets, seen.Count);
    }

    [Fact]
    public async Task A_page_without_a_row_that_may_be_seen_is_not_the_last()
    {
        await using var bench = await StartAsync();
        for (var number = 0; number < 120; number++)
            bench.Tables.Hidden.Add(Create(bench, $"RST-{number}", "ChatOpsBot"));
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Create(bench, "RST-LAST", "ChatOpsBot");
        Assert.Single(await bench.ChangedAsync());
    }

    [Fact]
    public async Task A_ticket_with_many_comments_does_not_hide_those_of_others()
    {
        await using var bench = await StartAsync();
        var busy = Create(bench, "RST-BUSY", "ChatOpsBot");
        var calm = Create(bench, "RST-CALM", "ChatOpsBot");
        bench.Tables.Work(calm, "beth", ("comments", "Which member?"));
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        for (var number = 0; number < 600; number++)
            bench.Tables.Work(busy, "beth", ("comments", $"Line {number}"));

        var changed = await bench.ChangedAsync();
        Assert.Equal("Which member?", Assert.Single(changed.Single(update => update.Ticket.Id == calm).Comments).Text);
        Assert.Equal(100, changed.Single(update => update.Ticket.Id == busy).Comments.Count);
    }

    [Fact]
    public async Task Rows_that_are_not_the_bots_are_skipped_where_the_instance_drops_the_condition()
    {
        await using var bench = await StartAsync();
        await bench.FiledAsync();
        Create(bench, "", "ChatOpsBot");
        Create(bench, "A-1", "other");
        Assert.Single(await bench.ChangedAsync());
        bench.Tables.Missing.Add("correlation_display");
        Assert.Empty(await bench.ChangedAsync());
    }

    [Fact]
    public async Task A_ticket_that_is_gone_is_refused()
    {
        await using var bench = await StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Tables.Hidden.Add(ticket.Id!);
        Assert.IsType<DeskAnswer.Refused>(await bench.Desk.ReadAsync(ticket, Cancel));
        Assert.IsType<DeskAnswer.Refused>(await bench.Desk.ReplyAsync(ticket, new("m", DeskReplyKind.Answer, "?", "Ana"), Cancel));
    }

    private static string Create(ServiceNowBench bench, string key, string source) => bench.Tables.Create(
        FakeServiceNowTables.Incident,
        new Dictionary<string, string> { ["correlation_id"] = key, ["correlation_display"] = source },
        "eve");
}
