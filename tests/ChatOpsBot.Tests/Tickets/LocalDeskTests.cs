using ChatOpsBot.Application.Desks;
using ChatOpsBot.Application.Desks.Local;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Tickets;
using ChatOpsBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Tickets;

/// <summary>The desk that comes with the bot, as the bot sees it.</summary>
public sealed class LocalDeskTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);
    private static readonly TicketDraft Restore = new(
        "RST-7K3QZ9", "restore", "[RST-7K3QZ9] Restore PRODLIB", "LPAR: LPAR1", Severity.Medium);

    private readonly SqliteDatabase _database = new();
    private readonly FakeTimeProvider _clock = new(Monday);
    private readonly LocalDesk _desk;

    public LocalDeskTests() => _desk = DeskOn(new Opener(_database.Open));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await (await _database.OpenAsync()).DisposeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_request_becomes_a_new_ticket()
    {
        var ticket = Ticket(await _desk.OpenAsync(Restore, Cancel));
        Assert.Equal(new FiledTicket("T-000001", TicketState.New, Monday), ticket);
    }

    [Fact]
    public async Task Opening_it_again_finds_the_same_ticket()
    {
        await _desk.OpenAsync(Restore, Cancel);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new FiledTicket("T-000001", TicketState.New, Monday), Ticket(await _desk.OpenAsync(Restore, Cancel)));
        Assert.Equal("T-000002", Ticket(await _desk.OpenAsync(Restore with { Key = "RST-AAAAA2" }, Cancel)).Number);
    }

    [Fact]
    public async Task Opening_it_many_times_at_once_makes_one_ticket()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => _desk.OpenAsync(Restore, Cancel))));
        Assert.All(answers, answer => Assert.Equal("T-000001", Ticket(answer).Number));
        Assert.Single(await ChangedAsync(Monday.AddYears(-1)));
    }

    [Fact]
    public async Task What_was_changed_is_put_into_the_ticket()
    {
        await _desk.OpenAsync(Restore, Cancel);
        _clock.Advance(TimeSpan.FromMinutes(5));
        var amended = Ticket(await _desk.AmendAsync(Known("T-000001"), Restore with { Body = "LPAR: LPAR2", Severity = Severity.High }, Cancel));

        Assert.Equal(Monday.AddMinutes(5), amended.Changed);
        var kept = await KeptAsync();
        Assert.Equal(("LPAR: LPAR2", Severity.High, 2), (kept.Body, kept.Severity, kept.Version));
    }

    [Fact]
    public async Task Putting_in_the_same_again_changes_nothing_even_when_somebody_works_on_it_by_then()
    {
        await _desk.OpenAsync(Restore, Cancel);
        await SetAsync(TicketState.InProgress);
        Assert.Equal(TicketState.InProgress, Ticket(await _desk.AmendAsync(Known("T-000001"), Restore, Cancel)).State);
        Assert.Equal(2, (await KeptAsync()).Version);
    }

    [Theory]
    [InlineData(
        TicketState.InProgress, "Somebody is already working on T-000001, so it can no longer be changed. Ask the desk to stop it.")]
    [InlineData(
        TicketState.WaitingForYou, "Somebody is already working on T-000001, so it can no longer be changed. Ask the desk to stop it.")]
    [InlineData(TicketState.Resolved, "T-000001 is finished and can no longer be changed.")]
    [InlineData(TicketState.Closed, "T-000001 is finished and can no longer be changed.")]
    public async Task What_somebody_works_on_is_not_changed(TicketState state, string reason)
    {
        await _desk.OpenAsync(Restore, Cancel);
        await SetAsync(state);
        Assert.Equal(new DeskAnswer.Refused(reason), await _desk.AmendAsync(Known("T-000001"), Restore with { Body = "LPAR: LPAR2" }, Cancel));
        Assert.Equal("LPAR: LPAR1", (await KeptAsync()).Body);
    }

    [Fact]
    public async Task What_is_taken_back_is_closed_with_a_note()
    {
        await _desk.OpenAsync(Restore, Cancel);
        var closed = Ticket(await _desk.WithdrawAsync(Known("T-000001"), Cancel));
        Assert.Equal((TicketState.Closed, "Withdrawn by its requester."), (closed.State, closed.Note));
        Assert.Equal(closed, Ticket(await _desk.WithdrawAsync(Known("T-000001"), Cancel)));
    }

    [Fact]
    public async Task What_somebody_works_on_is_not_taken_back()
    {
        await _desk.OpenAsync(Restore, Cancel);
        await SetAsync(TicketState.InProgress);
        Assert.Contains(
            "T-000001", Assert.IsType<DeskAnswer.Refused>(await _desk.WithdrawAsync(Known("T-000001"), Cancel)).Reason, StringComparison.Ordinal);

        await SetAsync(TicketState.Closed);
        Assert.IsType<DeskAnswer.Refused>(await _desk.WithdrawAsync(Known("T-000001"), Cancel));
        Assert.Null((await KeptAsync()).Note);
    }

    [Fact]
    public async Task A_number_that_the_desk_never_gave_is_refused()
    {
        Assert.Equal(new DeskAnswer.Refused("The desk has no ticket T-000009."), await _desk.AmendAsync(Known("T-000009"), Restore, Cancel));
        Assert.IsType<DeskAnswer.Refused>(await _desk.WithdrawAsync(Known("T-000009"), Cancel));
    }

    [Fact]
    public async Task Changes_are_read_from_the_last_one_seen_on()
    {
        var opened = Ticket(await _desk.OpenAsync(Restore, Cancel));
        Assert.Equal([opened], (await ChangedAsync(Monday.AddSeconds(-1))).Select(update => update.Ticket));
        Assert.Empty(await ChangedAsync(opened.Changed));

        await SetAsync(TicketState.InProgress, "Tape is mounted.");
        var changed = Assert.Single(await ChangedAsync(opened.Changed)).Ticket;
        Assert.Equal((TicketState.InProgress, "Tape is mounted."), (changed.State, changed.Note));
    }

    [Fact]
    public async Task A_desk_without_its_database_asks_to_come_again()
    {
        var desk = DeskOn(new Opener(() => OnSqlite("Data Source=/no/such/folder/bot.db")));
        Assert.IsType<DeskAnswer.NotNow>(await desk.OpenAsync(Restore, Cancel));
        Assert.Null(await desk.ChangedAsync(Monday, 10, Cancel));
    }

    [Fact]
    public async Task A_desk_that_does_not_answer_in_time_asks_to_come_again()
    {
        var answer = DeskOn(new Hanging()).OpenAsync(Restore, Cancel);
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(answer.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<DeskAnswer.NotNow>(await answer);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_is_not_told_to_come_again()
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var answer = DeskOn(new Hanging()).OpenAsync(Restore, given.Token);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    private static FiledTicket Ticket(DeskAnswer answer) => Assert.IsType<DeskAnswer.Done>(answer).Ticket;

    private static SqliteBotDb OnSqlite(string connectionString)
    {
        var builder = new DbContextOptionsBuilder<SqliteBotDb>();
        Connections.UseSqlite(builder, connectionString);
        return new SqliteBotDb(builder.Options);
    }

    private static FiledTicket Known(string number) => new(number, TicketState.New, Monday);

    private async Task<IReadOnlyList<TicketUpdate>> ChangedAsync(DateTimeOffset after) =>
        Assert.IsAssignableFrom<IReadOnlyList<TicketUpdate>>(await _desk.ChangedAsync(after, 10, Cancel));

    private LocalDesk DeskOn(IDbContextFactory<BotDb> databases) =>
        new(databases, Options.Create(new DeskOptions()), Options.Create(new LocalDeskOptions()), _clock, NullLogger<LocalDesk>.Instance);

    private async Task<Ticket> KeptAsync()
    {
        await using var db = _database.Open();
        return await db.Tickets.SingleAsync(Cancel);
    }

    private async Task SetAsync(TicketState state, string? note = null)
    {
        await using var db = _database.Open();
        var book = new DeskBook(db);
        await book.WriteAsync(_clock.GetUtcNow(), async at =>
        {
            book.Set((await book.FindAsync("T-000001", Cancel))!, state, "set", note, at);
            return true;
        }, Cancel);
    }

    private sealed class Opener(Func<BotDb> open) : IDbContextFactory<BotDb>
    {
        public BotDb CreateDbContext() => open();
    }

    private sealed class Hanging : IDbContextFactory<BotDb>
    {
        public BotDb CreateDbContext() => throw new NotSupportedException();

        public async Task<BotDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return CreateDbContext();
        }
    }
}
