using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Sandbox.IbmCloud;

namespace ChatOpsBot.Tests.Tickets.IbmCloud;

/// <summary>What IBM does to cases, as the bot hears of it.</summary>
public sealed class CaseWayBackTests
{
    [Fact]
    public async Task Changes_come_oldest_first_and_stop_at_what_is_known()
    {
        await using var bench = await IbmBench.StartAsync();
        var first = await bench.FiledAsync("RST-AAAAA2");
        var second = await bench.FiledAsync("RST-BBBBB2");
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        bench.Ibm.Works(first.Number!, "In Progress");

        Assert.Equal([second.Number, first.Number], Numbers(await bench.ChangedAsync()));
        Assert.Equal([first.Number], Numbers(await bench.ChangedAsync(second.Changed)));
        Assert.Empty((await bench.ChangedAsync(bench.Case(first).UpdatedAt))!);
    }

    [Fact]
    public async Task Many_pages_are_read_once_each_and_no_further_than_needed()
    {
        await using var bench = await IbmBench.StartAsync();
        for (var number = 0; number < 90; number++)
            bench.Ibm.Add($"case {number}");
        Assert.Equal([.. bench.Ibm.Cases.Select(one => one.Number)], Numbers(await bench.ChangedAsync()));
        Assert.Equal(5, bench.Ibm.Count("list"));

        Assert.Equal(45, (await bench.ChangedAsync(bench.Ibm.Cases[44].UpdatedAt))!.Count);
        Assert.Equal(8, bench.Ibm.Count("list"));
    }

    [Fact]
    public async Task A_page_holds_what_changed_in_the_same_moment()
    {
        await using var bench = await IbmBench.StartAsync();
        for (var number = 0; number < 5; number++)
            bench.Ibm.Add($"case {number}").UpdatedAt = bench.Clock.GetUtcNow().AddSeconds(number / 2);
        Assert.Equal(2, (await bench.ChangedAsync(most: 1))!.Count);
        Assert.Equal(4, (await bench.ChangedAsync(most: 3))!.Count);
        Assert.Equal(5, (await bench.ChangedAsync(most: 5))!.Count);
    }

    [Theory]
    [InlineData("https://somewhere.example/steal?offset=20&limit=1")]
    [InlineData("?offset=20")]
    public async Task Of_the_next_page_only_its_offset_is_used(string link)
    {
        await using var bench = await IbmBench.StartAsync();
        for (var number = 0; number < 30; number++)
            bench.Ibm.Add($"case {number}");
        bench.Ibm.Link = _ => link;
        // The second page leads to itself.
        Assert.Equal(30, (await bench.ChangedAsync())!.Count);
        Assert.Equal(2, bench.Ibm.Count("list"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an address")]
    [InlineData("https://x.example/?offset=-1")]
    [InlineData("https://x.example/?offset=99999999999999999999")]
    [InlineData("https://x.example/?offset=0")]
    public async Task A_next_page_that_is_none_ends_the_list(string link)
    {
        await using var bench = await IbmBench.StartAsync();
        for (var number = 0; number < 30; number++)
            bench.Ibm.Add($"case {number}");
        bench.Ibm.Link = _ => link;
        Assert.Equal(20, (await bench.ChangedAsync())!.Count);
    }

    [Fact]
    public async Task A_list_that_breaks_off_is_no_list()
    {
        await using var bench = await IbmBench.StartAsync();
        for (var number = 0; number < 30; number++)
            bench.Ibm.Add($"case {number}");
        bench.Ibm.Next("list", null, FakeIbmFaults.Html(503));
        Assert.Null(await bench.ChangedAsync());
        Assert.Equal(30, (await bench.ChangedAsync())!.Count);
    }

    [Theory]
    [InlineData("New", TicketState.New, null)]
    [InlineData("in_progress", TicketState.InProgress, null)]
    [InlineData("Waiting on Client", TicketState.WaitingForYou, null)]
    [InlineData("Resolution provided", TicketState.Resolved, "Resolution provided")]
    [InlineData("RESOLVED", TicketState.Resolved, null)]
    [InlineData("Closed", TicketState.Closed, null)]
    [InlineData("Awaiting IBM", TicketState.InProgress, "Awaiting IBM")]
    [InlineData("", TicketState.InProgress, null)]
    public async Task Every_word_of_IBM_has_its_state(string status, TicketState state, string? word)
    {
        await using var bench = await IbmBench.StartAsync();
        var ticket = await bench.FiledAsync(status: status);
        var read = IbmBench.Ticket(await bench.Desk.ReadAsync(ticket, IbmBench.Cancel));
        Assert.Equal((state, word), (read.State, read.Word));
        Assert.Equal(read, Assert.Single((await bench.ChangedAsync())!).Ticket);
    }

    [Fact]
    public async Task What_others_write_is_told_and_what_the_bot_writes_is_not()
    {
        await using var bench = await IbmBench.StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Ibm.Works(ticket.Number!, "Waiting on client", "Which library?");
        await bench.Desk.ReplyAsync(ticket, new("m1", DeskReplyKind.Answer, "PRODLIB", "Ana"), IbmBench.Cancel);
        bench.Ibm.Works(ticket.Number!, "In Progress", "Thank you.");

        var update = Assert.Single((await bench.ChangedAsync())!);
        Assert.Equal(["Which library?", "Thank you."], update.Comments.Select(comment => comment.Text));
        Assert.All(update.Comments, comment => Assert.Equal("An engineer", comment.By));
    }

    [Fact]
    public async Task The_bots_own_words_are_known_even_where_IBM_does_not_say_whose_they_are()
    {
        await using var bench = await IbmBench.StartAsync();
        var ticket = await bench.FiledAsync();
        await bench.Desk.ReplyAsync(ticket, new("m1", DeskReplyKind.Answer, "PRODLIB", "Ana"), IbmBench.Cancel);
        bench.Case(ticket).Comments[0]["added_by"] = null;
        bench.Case(ticket).Comments.Add(new JsonObject { ["value"] = "Which library?" });
        Assert.Equal("Which library?", Assert.Single(Assert.Single((await bench.ChangedAsync())!).Comments).Text);
    }

    [Fact]
    public async Task How_it_was_closed_is_told_where_that_stands_nowhere_else()
    {
        await using var bench = await IbmBench.StartAsync();
        var ticket = await bench.FiledAsync(status: "Resolved");
        bench.Case(ticket).CloseNotes = "Restored from the tape of Sunday.";
        Assert.Equal("Restored from the tape of Sunday.", Assert.Single(Assert.Single((await bench.ChangedAsync())!).Comments).Text);
    }

    [Fact]
    public async Task A_case_whose_subject_was_edited_is_still_followed()
    {
        await using var bench = await IbmBench.StartAsync();
        var ticket = await bench.FiledAsync();
        bench.Ibm.Rename(ticket.Number!, "Restore of a library");
        Assert.Equal([ticket.Number], Numbers(await bench.ChangedAsync(ticket.Changed)));
        Assert.Equal(ticket.Number, IbmBench.Ticket(await bench.Desk.ReadAsync(ticket, IbmBench.Cancel)).Number);
    }

    [Fact]
    public async Task IBM_is_not_asked_more_often_than_the_settings_say()
    {
        await using var bench = await IbmBench.StartAsync(("Desk:IbmCloud:WatchEvery", "00:00:30"));
        await bench.FiledAsync();
        Assert.Single((await bench.ChangedAsync())!);
        bench.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty((await bench.ChangedAsync())!);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Single((await bench.ChangedAsync())!);
    }

    [Fact]
    public async Task When_IBM_asks_for_a_pause_it_gets_one_from_every_call()
    {
        await using var bench = await IbmBench.StartAsync();
        bench.Ibm.Next("list", FakeFault.Throttle("90"));
        Assert.Null(await bench.ChangedAsync());
        bench.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.FromSeconds(60), IbmBench.Later(await bench.OpenAsync()).After);
        Assert.Equal(1, bench.Ibm.Count("list"));
        bench.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.NotNull(await bench.ChangedAsync());
    }

    [Theory]
    [InlineData("""{"cases":[null,{"number":null},{"number":4711,"status":null,"severity":"2","updated_at":"2026-11-23T08:00:00Z","new_field":{"a":[]}}]}""")]
    [InlineData("""{"cases":[{"number":"4711","updated_at":"2026-11-23T08:00:00.000+0000","comments":[null,{"value":null}],"created_by":null}],"next":{}}""")]
    public async Task Cases_that_say_little_or_more_than_is_known_are_read(string body)
    {
        await using var bench = await IbmBench.StartAsync();
        bench.Ibm.Always("list", FakeIbmFaults.Json(200, body));
        var ticket = Assert.Single((await bench.ChangedAsync())!).Ticket;
        Assert.Equal(("4711", TicketState.InProgress), (ticket.Number, ticket.State));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 0, 0, default), ticket.Changed);
    }

    private static IEnumerable<string> Numbers(IReadOnlyList<TicketUpdate>? updates) => updates!.Select(update => update.Ticket.Number!);
}
