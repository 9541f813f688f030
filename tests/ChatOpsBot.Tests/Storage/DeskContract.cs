using System.Security.Cryptography;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Storage.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Storage;

/// <summary>The tickets of the embedded desk: no number twice, no change that a reader misses.</summary>
public abstract class DeskContract(TestDatabase database) : DatabaseContract(database)
{
    [Fact]
    public async Task Tickets_are_numbered_from_one()
    {
        Assert.Equal("T-000001", (await OpenTicketAsync("RST-AAAAA2")).Number);
        Assert.Equal("T-000002", (await OpenTicketAsync("RST-BBBBB2")).Number);
    }

    [Fact]
    public async Task A_number_that_was_not_committed_is_given_again()
    {
        await using (var db = await OpenAsync())
        {
            var book = new DeskBook(db);
            await Assert.ThrowsAsync<OperationCanceledException>(() => book.WriteAsync<Ticket>(Monday, async at =>
            {
                await book.OpenAsync(Draft("RST-AAAAA2"), at, Cancel);
                throw new OperationCanceledException();
            }, Cancel));
        }

        Assert.Equal("T-000001", (await OpenTicketAsync("RST-BBBBB2")).Number);
        Assert.Equal(["T-000001 1 opened RST-BBBBB2"], await AuditedAsync());
    }

    [Fact]
    public async Task Each_change_of_a_ticket_is_an_entry_of_the_audit_chain_with_its_request_and_its_note()
    {
        await OpenTicketAsync("RST-AAAAA2");
        await AmendAsync("RST-AAAAA2");
        await SetAsync("RST-AAAAA2", TicketState.InProgress);
        await SetAsync("RST-AAAAA2", TicketState.WaitingForYou, "Which member?");
        await SetAsync("RST-AAAAA2", TicketState.WaitingForYou, "Please answer.");
        await SetAsync("RST-AAAAA2", TicketState.New);
        await SetAsync("RST-AAAAA2", TicketState.Resolved);
        await SetAsync("RST-AAAAA2", TicketState.Closed, "Withdrawn by its requester.", "withdrawn");
        await OpenTicketAsync("RST-BBBBB2");
        await SetAsync("RST-BBBBB2", TicketState.Closed);
        Assert.Equal(
            [
                "T-000001 1 opened RST-AAAAA2",
                "T-000001 2 amended RST-AAAAA2",
                "T-000001 3 in-progress RST-AAAAA2",
                "T-000001 4 waiting RST-AAAAA2: Which member?",
                "T-000001 5 noted RST-AAAAA2: Please answer.",
                "T-000001 6 new RST-AAAAA2",
                "T-000001 7 resolved RST-AAAAA2",
                "T-000001 8 withdrawn RST-AAAAA2: Withdrawn by its requester.",
                "T-000002 1 opened RST-BBBBB2",
                "T-000002 2 closed RST-BBBBB2",
            ],
            await AuditedAsync());
    }

    [Fact]
    public async Task A_file_is_kept_as_it_came_and_history_and_audit_chain_say_what_it_was()
    {
        await OpenTicketAsync("RST-AAAAA2");
        await OpenTicketAsync("RST-BBBBB2");
        byte[] bytes = [.. Enumerable.Range(0, 300_000).Select(at => (byte)(at * 7 / 3))];
        await AttachAsync("RST-AAAAA2", new("RST-AAAAA2-2-dump.zip", "application/zip", bytes));
        await AttachAsync("RST-AAAAA2", new("RST-AAAAA2-1-job.log", "text/plain", "CPF9898"u8.ToArray()));

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var files = await AskAsync(db => new DeskBook(db).FilesAsync("T-000001", Cancel));
        Assert.Equal(["RST-AAAAA2-2-dump.zip", "RST-AAAAA2-1-job.log"], files.Select(file => file.Name));
        Assert.Equal(("application/zip", 300_000, hash), (files[0].ContentType, files[0].Size, files[0].Sha256));
        Assert.Empty(await AskAsync(db => new DeskBook(db).FilesAsync("T-000002", Cancel)));

        var file = (await AskAsync(db => new DeskBook(db).FileAsync("T-000001", "RST-AAAAA2-2-dump.zip", Cancel)))!;
        Assert.Equal((hash, files[0].At), (file.Sha256, file.At));
        Assert.Equal(bytes, file.Content);
        Assert.Null(await AskAsync(db => new DeskBook(db).FileAsync("T-000002", "RST-AAAAA2-2-dump.zip", Cancel)));

        var note = $"RST-AAAAA2-2-dump.zip, 300000 bytes, SHA-256 {hash}";
        var history = await AskAsync(db => new DeskBook(db).HistoryAsync("T-000001", Cancel));
        Assert.Equal((2, "attached", TicketState.New, note), (history[1].Version, history[1].What, history[1].State, history[1].Note));
        Assert.Contains($"T-000001 2 attached RST-AAAAA2: {note}", await AuditedAsync());
    }

    [Fact]
    public async Task A_ticket_has_no_two_files_of_one_name()
    {
        await OpenTicketAsync("RST-AAAAA2");
        var file = new DeskFile("RST-AAAAA2-1-job.log", "text/plain", "CPF9898"u8.ToArray());
        await AttachAsync("RST-AAAAA2", file);
        await using var db = await OpenAsync();
        Assert.True(db.IsConcurrencyConflict(await Assert.ThrowsAsync<DbUpdateException>(() => AttachAsync("RST-AAAAA2", file))));
        Assert.Equal(2, (await AuditedAsync()).Count);
    }

    [Fact]
    public async Task A_change_that_the_audit_chain_does_not_take_is_none()
    {
        await OpenTicketAsync("RST-AAAAA2");
        await AskAsync(db => db.Database.ExecuteSqlAsync($"""DELETE FROM "AuditChainHead" """, Cancel));
        await Assert.ThrowsAsync<InvalidDataException>(() => SetAsync("RST-AAAAA2", TicketState.Closed));
        Assert.Equal((TicketState.New, 1), ((await FindAsync("RST-AAAAA2"))!.State, (await FindAsync("RST-AAAAA2"))!.Version));
        Assert.Single(await AskAsync(db => new DeskBook(db).HistoryAsync("T-000001", Cancel)));
    }

    [Fact]
    public async Task Of_many_writers_at_once_no_two_have_the_same_number_or_time()
    {
        await (await OpenAsync()).DisposeAsync();
        var all = await Task.WhenAll(Enumerable.Range(0, 24).Select(number => Task.Run(() => OpenTicketAsync($"RST-{number}"))));
        Assert.Equal(Enumerable.Range(1, 24).Select(number => $"T-{number:D6}"), all.Select(ticket => ticket.Number).Order());
        Assert.Equal(all.OrderBy(ticket => ticket.ChangedAt).Select(ticket => ticket.Number), all.Select(ticket => ticket.Number).Order());
        Assert.Equal(24, all.Select(ticket => ticket.ChangedAt).Distinct().Count());
        Assert.Equal(24, (await AuditedAsync()).Count);
    }

    [Fact]
    public async Task A_key_has_one_ticket()
    {
        await OpenTicketAsync("RST-AAAAA2");
        await using var db = await OpenAsync();
        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => OpenTicketAsync(db, "RST-AAAAA2"));
        Assert.True(db.IsConcurrencyConflict(fault));
    }

    [Fact]
    public async Task Whoever_reads_the_changes_page_by_page_misses_none_though_the_clock_stands_still()
    {
        foreach (var number in Enumerable.Range(0, 7))
            await OpenTicketAsync($"RST-{number}");
        await SetAsync("RST-2", TicketState.InProgress);

        var read = new List<string>();
        var after = DateTimeOffset.MinValue.ToUniversalTime();
        while (await AskAsync(db => new DeskBook(db).ChangedAsync(after, 3, Cancel)) is { Count: > 0 } page)
        {
            read.AddRange(page.Select(ticket => ticket.Key));
            after = page[^1].ChangedAt;
        }

        Assert.Equal(["RST-0", "RST-1", "RST-3", "RST-4", "RST-5", "RST-6", "RST-2"], read);
    }

    [Fact]
    public async Task The_times_of_changes_rise_though_the_clock_goes_back()
    {
        var first = await OpenTicketAsync("RST-AAAAA2", Monday);
        var second = await OpenTicketAsync("RST-BBBBB2", Monday.AddHours(-1));
        Assert.True(second.ChangedAt > first.ChangedAt);
    }

    [Fact]
    public async Task A_time_is_the_same_before_and_after_it_was_kept()
    {
        var opened = await OpenTicketAsync("RST-AAAAA2", Monday.AddTicks(7));
        Assert.Equal(opened.ChangedAt, (await FindAsync("RST-AAAAA2"))?.ChangedAt);
    }

    [Fact]
    public async Task A_ticket_is_found_by_number_and_by_key()
    {
        await OpenTicketAsync("RST-AAAAA2");
        Assert.Equal("T-000001", (await FindAsync("RST-AAAAA2"))?.Number);
        Assert.Equal("RST-AAAAA2", (await FindAsync("T-000001"))?.Key);
        Assert.Null(await FindAsync("RST-BBBBB2"));
        Assert.Equal(["RST-AAAAA2", "T-000001"], await AskAsync(db => new DeskBook(db).NamesAsync(Cancel)));
    }

    [Theory]
    [InlineData("T-000123", "T-000123")]
    [InlineData(" t-123 ", "T-000123")]
    [InlineData("0123", "T-000123")]
    [InlineData("T-12345678", "T-12345678")]
    [InlineData("T-", null)]
    [InlineData("-1", null)]
    [InlineData("T-1e3", null)]
    [InlineData("RST-7K3QZ9", null)]
    public void A_number_is_read_as_people_type_it(string typed, string? read) => Assert.Equal(read, TicketNumber.Read(typed));

    [Fact]
    public async Task Tickets_are_listed_by_state_and_the_last_changed_first()
    {
        foreach (var key in (string[])["RST-AAAAA2", "RST-BBBBB2", "RST-CCCCC2"])
            await OpenTicketAsync(key);
        await SetAsync("RST-AAAAA2", TicketState.InProgress);
        await SetAsync("RST-BBBBB2", TicketState.Closed);

        Assert.Equal(["RST-BBBBB2", "RST-AAAAA2", "RST-CCCCC2"], await ListAsync());
        Assert.Equal(["RST-AAAAA2", "RST-CCCCC2"], await ListAsync(TicketState.New, TicketState.InProgress));
    }

    [Fact]
    public async Task The_history_says_what_became_of_a_ticket()
    {
        await OpenTicketAsync("RST-AAAAA2");
        await SetAsync("RST-AAAAA2", TicketState.InProgress, "Tape is mounted.");
        await SetAsync("RST-AAAAA2", TicketState.Closed);

        var history = await AskAsync(db => new DeskBook(db).HistoryAsync("T-000001", Cancel));
        Assert.Equal(
            [
                (1, "opened", TicketState.New, null),
                (2, "set", TicketState.InProgress, "Tape is mounted."),
                (3, "set", TicketState.Closed, null),
            ],
            history.Select(entry => (entry.Version, entry.What, entry.State, entry.Note)));
        Assert.Equal("Tape is mounted.", (await FindAsync("RST-AAAAA2"))?.Note);
    }

    private static TicketDraft Draft(string key) => new(key, "restore", $"[{key}] Restore PRODLIB", "LPAR: LPAR1", Severity.Medium);

    private Task<Ticket> OpenTicketAsync(string key, DateTimeOffset? now = null) => AskAsync(db => OpenTicketAsync(db, key, now));

    private static Task<Ticket> OpenTicketAsync(BotDb db, string key, DateTimeOffset? now = null)
    {
        var book = new DeskBook(db);
        return book.WriteAsync(now ?? Monday, at => book.OpenAsync(Draft(key), at, Cancel), Cancel);
    }

    /// <summary>What the chain tells of tickets; that it is intact, and not by whom.</summary>
    private async Task<IReadOnlyList<string>> AuditedAsync()
    {
        Assert.Null((await AskAsync(db => new AuditVerifier(db).VerifyAsync(null, null, Cancel))).Fault);
        var entries = (await AskAsync(db => new AuditReader(db).PageAsync(1, Cancel))).ToList();
        Assert.All(entries, entry => Assert.Equal(("ticket", null, null), (entry.SubjectKind, entry.ActorId, entry.ActorName)));
        return [.. entries.Select(entry => $"{entry.SubjectKey} {entry.Version} {entry.What} {entry.Detail}")];
    }

    private Task<Ticket> AttachAsync(string key, DeskFile file) => AskAsync(db =>
    {
        var book = new DeskBook(db);
        return book.WriteAsync(Monday, async at =>
        {
            var ticket = (await book.FindAsync(key, Cancel))!;
            book.Attach(ticket, file, at);
            return ticket;
        }, Cancel);
    });

    private Task<Ticket> AmendAsync(string key) => AskAsync(db =>
    {
        var book = new DeskBook(db);
        return book.WriteAsync(Monday, async at =>
        {
            var ticket = (await book.FindAsync(key, Cancel))!;
            book.Amend(ticket, Draft(key) with { Body = "LPAR: LPAR2" }, at);
            return ticket;
        }, Cancel);
    });

    private Task<Ticket> SetAsync(string key, TicketState state, string? note = null, string what = "set") => AskAsync(db =>
    {
        var book = new DeskBook(db);
        return book.WriteAsync(Monday, async at =>
        {
            var ticket = (await book.FindAsync(key, Cancel))!;
            book.Set(ticket, state, what, note, at);
            return ticket;
        }, Cancel);
    });

    private Task<Ticket?> FindAsync(string said) => AskAsync(db => new DeskBook(db).FindAsync(said, Cancel));

    private async Task<IReadOnlyList<string>> ListAsync(params TicketState[] states) =>
        [.. (await AskAsync(db => new DeskBook(db).ListAsync(states, Cancel))).Select(ticket => ticket.Key)];
}
