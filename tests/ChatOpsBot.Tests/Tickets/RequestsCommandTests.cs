using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using static ChatOpsBot.Tests.Storage.SampleRequest;

namespace ChatOpsBot.Tests.Tickets;

/// <summary>The bot's own desk, as somebody who works there uses it.</summary>
public sealed class RequestsCommandTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);
    private static readonly string Key = new RequestKeys(["RST"], _ => "7K3QZ").New("RST").Value;

    private readonly SqliteDatabase _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await (await _database.OpenAsync()).DisposeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Unfinished_tickets_are_listed_the_last_changed_first()
    {
        Assert.Equal((0, "No tickets.\n", ""), await RequestsAsync("list"));
        await FileAsync(Key, "BKP-AAAAA2", "PAM-BBBBB2");
        await SetAsync("T-000001", TicketState.InProgress);
        await SetAsync("T-000003", TicketState.Closed);

        var (code, output, errors) = await RequestsAsync("list");
        Assert.Equal((0, ""), (code, errors));
        var rows = output.Split('\n').Where(line => line.Contains("T-0", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Matches($@"^\s*T-000001\s+{Key}\s+3 Medium\s+in-progress\s+2026-11-23 08:30\s+Restore PRODLIB\s*$", rows[0]);
        Assert.Contains("BKP-AAAAA2", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_gets_one_object_a_line()
    {
        await FileAsync(Key, "BKP-AAAAA2", "PAM-BBBBB2");
        await SetAsync("T-000003", TicketState.Closed, "Done, übrigens.");

        var all = Lines((await RequestsAsync("list", "--state", "all", "--json")).Output);
        Assert.Equal(["T-000003", "T-000002", "T-000001"], all.Select(line => (string?)line["number"]));
        Assert.Equal(
            ["number", "key", "type", "severity", "state", "subject", "note", "opened", "changed"], all[0].Select(field => field.Key));
        Assert.Equal(("closed", "Done, übrigens."), ((string?)all[0]["state"], (string?)all[0]["note"]));
        Assert.Equal(("PAM-BBBBB2", 3), ((string?)all[0]["key"], (int)all[0]["severity"]!));
        Assert.Equal(Monday, (DateTimeOffset)all[^1]["opened"]!);

        Assert.Equal(
            "T-000003", (string?)Assert.Single(Lines((await RequestsAsync("list", "--state", "closed", "--json")).Output))["number"]);
        Assert.Empty((await RequestsAsync("list", "--state", "waiting", "--json")).Output);
    }

    [Fact]
    public async Task A_ticket_is_shown_whole_however_its_key_is_typed()
    {
        await FileAsync(Key);
        await AskAsync(db => new RequestStore(db).PutAsync(Draft(Key), new("confirmed", Ana) { Detail = "lpar" }, null, Monday, Cancel));
        await SetAsync("T-000001", TicketState.WaitingForYou, "Which member?");

        var (code, output, _) = await RequestsAsync("show", Key.Replace('-', ' ').ToLowerInvariant());
        Assert.Equal(0, code);
        string[] told =
        [
            "T-000001",
            Key,
            "waiting",
            "severity 3 Medium",
            $"[{Key}] Restore PRODLIB",
            "LPAR: LPAR1",
            "Library: PRODLIB",
            "opened",
            "Which member?",
            "confirmed",
            "Ana",
        ];
        Assert.All(told, part => Assert.Contains(part, output, StringComparison.Ordinal));

        var sheet = Assert.Single(Lines((await RequestsAsync("show", "1", "--json")).Output));
        Assert.Equal("LPAR: LPAR1\nLibrary: PRODLIB", (string?)sheet["body"]);
        Assert.Equal(Key, (string?)sheet["ticket"]!["key"]);
        Assert.Equal(["opened", "set"], sheet["history"]!.AsArray().Select(step => (string?)step!["what"]));
        Assert.Equal(("confirmed", "aad-ana", "lpar"), Step(sheet["request"]![0]!));
    }

    [Fact]
    public async Task What_was_typed_in_a_chat_does_not_steer_the_terminal()
    {
        await FileAsync(Key);
        await SetAsync("T-000001", TicketState.InProgress, "\u001b[31mred [bold]no markup[/]");
        var (_, output, _) = await RequestsAsync("show", Key);
        Assert.DoesNotContain('\u001b', output);
        Assert.Contains("[31mred [bold]no markup[/]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_gets_another_state_and_a_note()
    {
        await FileAsync(Key);
        Assert.Equal(
            (0, $"T-000001 ({Key}): new -> in-progress, with a note.\n", ""),
            await RequestsAsync("set", Key, "in-progress", "--note", " Tape is mounted. "));
        Assert.Equal(
            (0, $"T-000001 ({Key}) is in-progress already. Nothing was changed.\n", ""), await RequestsAsync("set", "t-1", "in-progress"));
        Assert.Equal((0, $"T-000001 ({Key}): in-progress -> resolved.\n", ""), await RequestsAsync("set", "T-000001", "resolved"));

        await using var db = _database.Open();
        var ticket = await db.Tickets.SingleAsync(Cancel);
        Assert.Equal((TicketState.Resolved, "Tape is mounted.", 3), (ticket.State, ticket.Note, ticket.Version));
    }

    [Fact]
    public async Task What_was_done_at_the_desk_stands_in_the_audit_chain()
    {
        await FileAsync(Key);
        await RequestsAsync("set", Key, "waiting", "--note", "Which member?");
        await RequestsAsync("set", Key, "waiting");
        await RequestsAsync("set", "1", "closed");
        var (code, output, errors) = await BotAsync("audit", "export", "--subject", "t-000001");
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(
            [(1, "opened", Key), (2, "waiting", $"{Key}: Which member?"), (3, "closed", Key)],
            Lines(output).Select(line => ((int)line["version"]!, (string?)line["what"], (string?)line["detail"])));
        Assert.All(Lines(output), line => Assert.Equal(("ticket", null), ((string?)line["subject_kind"], (string?)line["by_id"])));
        Assert.Equal(0, (await BotAsync("audit", "verify")).Code);
    }

    [Fact]
    public async Task Many_at_the_desk_at_once_lose_no_change()
    {
        await FileAsync(Key, "BKP-AAAAA2", "PAM-BBBBB2");
        var outside = Task.WhenAll(Enumerable.Range(1, 3).Select(number => RequestsAsync("set", $"{number}", "in-progress")));
        foreach (var number in Enumerable.Range(0, 20))
            await FileAsync($"DRE-{number}");

        Assert.All(await outside, run => Assert.Equal(0, run.Code));
        Assert.Equal(23, await AskAsync(db => db.Tickets.CountAsync(Cancel)));
        Assert.Equal(3, await AskAsync(db => db.Tickets.CountAsync(ticket => ticket.State == TicketState.InProgress, Cancel)));
    }

    [Fact]
    public async Task A_key_that_nobody_has_is_answered_with_what_is_near()
    {
        await FileAsync(Key);
        var (code, output, errors) = await RequestsAsync("show", Key[..^1] + "U");
        Assert.Equal((1, ""), (code, output));
        Assert.Equal($"There is no ticket {Key[..^1]}U. Similar: {Key}. To list them all: requests list --state all\n", errors);

        var far = await RequestsAsync("set", "T-9", "closed");
        Assert.Equal((1, "", "There is no ticket T-000009. To list them all: requests list --state all\n"), far);
    }

    [Fact]
    public async Task A_request_that_is_not_at_the_desk_yet_is_known()
    {
        await AskAsync(db => new RequestStore(db).PutAsync(
            Draft(Key) with { State = RequestState.AwaitingApproval }, new("confirmed", Ana), null, Monday, Cancel));
        Assert.Equal((1, "", $"{Key} is not at the desk: it is waiting for approval.\n"), await RequestsAsync("show", Key));
    }

    [Fact]
    public async Task A_state_that_does_not_exist_is_answered_with_those_that_do()
    {
        var (code, _, errors) = await RequestsAsync("set", Key, "done");
        Assert.Equal(2, code);
        Assert.All(
            (string[])["new", "in-progress", "waiting", "resolved", "closed"],
            word => Assert.Contains(word, errors, StringComparison.Ordinal));
    }

    private static (string?, string?, string?) Step(JsonNode step) =>
        ((string?)step["what"], (string?)step["by_id"], (string?)step["detail"]);

    private static List<JsonObject> Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (JsonObject)JsonNode.Parse(line)!)];

    private Task<(int Code, string Output, string Errors)> RequestsAsync(params string[] arguments) =>
        BotAsync(["requests", .. arguments]);

    private Task<(int Code, string Output, string Errors)> BotAsync(params string[] arguments) =>
        BotProcess.RunAsync(arguments, "", ("Storage__ConnectionString", _database.ConnectionString));

    private async Task FileAsync(params string[] keys)
    {
        foreach (var key in keys)
            await AtDeskAsync((book, at) => book.OpenAsync(
                new(key, "restore", $"[{key}] Restore PRODLIB", "LPAR: LPAR1\nLibrary: PRODLIB", Severity.Medium), at, Cancel));
    }

    private Task SetAsync(string number, TicketState state, string? note = null) => AtDeskAsync(async (book, at) =>
        book.Set((await book.FindAsync(number, Cancel))!, state, "set", note, at));

    private async Task AtDeskAsync(Func<DeskBook, DateTimeOffset, Task> write)
    {
        await using var db = _database.Open();
        var book = new DeskBook(db);
        await book.WriteAsync(Monday, async at =>
        {
            await write(book, at);
            return true;
        }, Cancel);
    }

    private async Task AskAsync(Func<ChatOpsBot.Storage.BotDb, Task> work)
    {
        await using var db = _database.Open();
        await work(db);
        await db.SaveChangesAsync(Cancel);
    }

    private async Task<T> AskAsync<T>(Func<ChatOpsBot.Storage.BotDb, Task<T>> question)
    {
        await using var db = _database.Open();
        return await question(db);
    }
}
