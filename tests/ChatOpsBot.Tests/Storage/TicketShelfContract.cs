using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;
using static ChatOpsBot.Tests.Storage.SampleRequest;

namespace ChatOpsBot.Tests.Storage;

/// <summary>Tickets of the embedded desk as people look for them, and what the desk writes for itself.</summary>
public abstract class TicketShelfContract(TestDatabase database) : DatabaseContract(database)
{
    private const string Home = "11111111-0000-0000-0000-000000000000";
    private const string Other = "22222222-0000-0000-0000-000000000000";

    private static readonly Person Ben = new("aad-ben", "Ben");

    [Fact]
    public async Task The_newest_change_comes_first_a_page_at_a_time_and_all_are_counted()
    {
        foreach (var key in (string[])["RST-AAAAA2", "RST-BBBBB2", "RST-CCCCC2"])
            await FileAsync(key);
        await ChangeAsync("T-000002", (book, ticket, at) => book.Set(ticket, TicketState.InProgress, "set", null, at));
        var (first, all) = await PageAsync(new() { Scope = TicketScope.All }, 0, 2);
        Assert.Equal(3, all);
        Assert.Equal(["T-000002", "T-000003"], first);
        Assert.Equal(["T-000001"], (await PageAsync(new() { Scope = TicketScope.All }, 2, 2)).Numbers);
    }

    [Fact]
    public async Task They_are_found_by_state_type_severity_and_words_in_any_case()
    {
        await FileAsync("RST-AAAAA2", "Restore PRODLIB", Severity.Critical);
        await FileAsync("BKP-BBBBB2", "Back up 50% of LPAR_B", Severity.Low, type: "backup");
        await ChangeAsync("T-000002", (book, ticket, at) => book.Set(ticket, TicketState.Closed, "set", null, at));

        Assert.Equal(["T-000001"], await FoundAsync(filter => filter with { States = [TicketState.New, TicketState.OnHold] }));
        Assert.Equal(["T-000002"], await FoundAsync(filter => filter with { Type = "backup" }));
        Assert.Equal(["T-000002"], await FoundAsync(filter => filter with { Severity = Severity.Low }));
        foreach (var (text, number) in ((string, string)[])
            [("prodlib", "T-000001"), ("2", "T-000002"), ("t-1", "T-000001"), ("bkp-bbb", "T-000002"), ("50%", "T-000002"), ("r_b", "T-000002")])
            Assert.Contains(number, await FoundAsync(filter => filter with { Text = text }));
        Assert.Empty(await FoundAsync(filter => filter with { Text = "5%f" }));
        Assert.Empty(await FoundAsync(filter => filter with { Text = "PROD_IB" }));
    }

    [Fact]
    public async Task Each_tenant_sees_its_own_and_what_is_nobodys_is_seen_at_home()
    {
        await FileAsync("RST-AAAAA2", tenant: Home);
        await FileAsync("RST-BBBBB2", tenant: Other);
        await FileAsync("RST-CCCCC2", tenant: null);
        await FileAsync("RST-DDDDD2", hasRequest: false);
        Assert.Equal(["T-000004", "T-000003", "T-000001"], await FoundAsync(it => it with { Scope = new(Home, IsHome: true) }));
        Assert.Equal(["T-000002"], await FoundAsync(it => it with { Scope = new(Other) }));
        Assert.Equal(4, (await FoundAsync(it => it)).Count);
        Assert.Null(await AskAsync(db => new TicketShelf(db).FindAsync("T-000001", new(Other), Cancel)));
        Assert.NotNull(await AskAsync(db => new TicketShelf(db).FindAsync("RST-BBBBB2", new(Other), Cancel)));
    }

    [Fact]
    public async Task The_history_says_who_did_it_and_a_work_note_is_no_change_for_the_requester()
    {
        await FileAsync("RST-AAAAA2");
        await ChangeAsync("T-000001", (book, ticket, at) => book.Set(ticket, TicketState.WaitingForYou, "set", "Which?", at, Ben));
        var before = await AskAsync(db => new TicketShelf(db).FindAsync("T-000001", TicketScope.All, Cancel));
        await ChangeAsync("T-000001", (book, ticket, at) => book.NoteWork(ticket, "Ask Carla.", at, Ben));
        Assert.Empty(await AskAsync(db => new DeskBook(db).ChangedAsync(before!.ChangedAt, 10, Cancel)));
        await ChangeAsync("T-000001", (book, ticket, at) => book.Hear(ticket, TicketState.InProgress, "answered", "All.", at));

        var history = await AskAsync(db => new TicketShelf(db).HistoryAsync("T-000001", before: null, 10, Cancel));
        Assert.Equal(
            [(4, "answered", null), (3, "work-note", Ben), (2, "set", Ben), (1, "opened", (Person?)null)],
            history.Select(line => (line.Entry.Version, line.Entry.What, line.By)));
        Assert.Equal(
            [2, 1], (await AskAsync(db => new TicketShelf(db).HistoryAsync("T-000001", before: 3, 2, Cancel))).Select(it => it.Entry.Version));

        Assert.Equal("Which?", Assert.Single((await AskAsync(db => new DeskBook(db).NotesAsync(["T-000001"], Cancel)))["T-000001"]).Note);
        Assert.Null((await AskAsync(db => new AuditVerifier(db).VerifyAsync(null, null, Cancel))).Fault);
    }

    private async Task FileAsync(
        string key,
        string subject = "Restore PRODLIB",
        Severity severity = Severity.Medium,
        string type = "restore",
        string? tenant = Home,
        bool hasRequest = true)
    {
        await using var db = await OpenAsync();
        var book = new DeskBook(db);
        await book.WriteAsync(Monday, at => book.OpenAsync(new(key, type, $"[{key}] {subject}", "LPAR: LPAR1", severity), at, Cancel), Cancel);
        if (!hasRequest)
            return;

        var origin = tenant is null ? null : $$"""{"serviceUrl":"https://x/","conversationId":"a:ana","tenantId":"{{tenant}}"}""";
        await new RequestStore(db).PutAsync(Draft(key), new("filed", By: null), origin, Monday, Cancel);
        await db.SaveChangesAsync(Cancel);
    }

    private async Task ChangeAsync(string number, Action<DeskBook, Ticket, DateTimeOffset> change)
    {
        await using var db = await OpenAsync();
        var book = new DeskBook(db);
        await book.WriteAsync(
            Monday,
            async at =>
            {
                change(book, (await book.FindAsync(number, Cancel))!, at);
                return true;
            },
            Cancel);
    }

    private Task<(IReadOnlyList<string> Numbers, int All)> PageAsync(TicketFilter filter, int skip, int take) => AskAsync(async db =>
    {
        var (tickets, all) = await new TicketShelf(db).PageAsync(filter, skip, take, Cancel);
        return ((IReadOnlyList<string>)[.. tickets.Select(ticket => ticket.Number)], all);
    });

    private async Task<IReadOnlyList<string>> FoundAsync(Func<TicketFilter, TicketFilter> with) =>
        (await PageAsync(with(new() { Scope = TicketScope.All }), 0, 100)).Numbers;
}
