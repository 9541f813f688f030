using System.Text;
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

/// <summary>Files that go into a ticket of the bot's own desk.</summary>
public sealed class LocalDeskFileTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);
    private static readonly DeskFile JobLog = new("RST-7K3QZ9-1-job.log", "text/plain", "CPF9898 in PRODLIB"u8.ToArray());

    private readonly SqliteDatabase _database = new();
    private readonly FakeTimeProvider _clock = new(Monday);
    private readonly LocalDesk _desk;

    public LocalDeskFileTests() => _desk = DeskOn(_database.Open);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await (await _database.OpenAsync()).DisposeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_file_is_in_the_ticket_and_whoever_watches_the_desk_sees_a_change()
    {
        var ticket = await FiledAsync();
        Assert.True(_desk.Abilities.HasFlag(DeskAbilities.Attach));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ticket with { Changed = Monday.AddMinutes(1) }, Done(await _desk.AttachAsync(ticket, JobLog, Cancel)));

        await using var db = await _database.OpenAsync();
        var file = (await new DeskBook(db).FileAsync("T-000001", JobLog.Name, Cancel))!;
        Assert.Equal(
            ("text/plain", 18, "CPF9898 in PRODLIB", Monday.AddMinutes(1)),
            (file.ContentType, file.Size, Encoding.UTF8.GetString(file.Content), file.At));
        // What came from the requester is no word of the desk to them.
        Assert.Empty(Assert.Single((await _desk.ChangedAsync(Monday, 10, Cancel))!).Comments);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_is_there_is_not_kept_twice(bool mayBeThere)
    {
        var ticket = await FiledAsync();
        await _desk.AttachAsync(ticket, JobLog, Cancel);
        var again = JobLog with { MayBeThere = mayBeThere };
        Done(await _desk.AttachAsync(ticket, again, Cancel));
        await CloseAsync(TicketState.Closed);
        Assert.Equal(TicketState.Closed, Done(await _desk.AttachAsync(ticket, again, Cancel)).State);

        await using var db = await _database.OpenAsync();
        Assert.Equal(["opened", "attached", "set"], (await new DeskBook(db).HistoryAsync("T-000001", Cancel)).Select(entry => entry.What));
    }

    [Theory]
    [InlineData(TicketState.Closed)]
    [InlineData(TicketState.Cancelled)]
    public async Task A_closed_ticket_takes_none(TicketState state)
    {
        var ticket = await FiledAsync();
        await CloseAsync(state);
        Assert.Equal(
            "T-000001 is closed and takes no more files. Please start a new request.",
            Assert.IsType<DeskAnswer.Refused>(await _desk.AttachAsync(ticket, JobLog, Cancel)).Reason);
    }

    [Fact]
    public async Task A_ticket_that_is_not_there_takes_none() =>
        Assert.IsType<DeskAnswer.Refused>(await _desk.AttachAsync(new("T-000009", TicketState.New, Monday), JobLog, Cancel));

    [Fact]
    public async Task A_database_that_does_not_answer_means_later()
    {
        var ticket = await FiledAsync();
        await using var broken = new SqliteDatabase();
        Assert.IsType<DeskAnswer.NotNow>(await DeskOn(broken.Open).AttachAsync(ticket, JobLog, Cancel));
    }

    private async Task<FiledTicket> FiledAsync() => Done(await _desk.OpenAsync(
        new("RST-7K3QZ9", "restore", "[RST-7K3QZ9] Restore PRODLIB", "LPAR: LPAR1", Severity.Medium), Cancel));

    private async Task CloseAsync(TicketState state)
    {
        await using var db = await _database.OpenAsync();
        var book = new DeskBook(db);
        await book.WriteAsync(
            Monday,
            async at =>
            {
                book.Set((await book.FindAsync("T-000001", Cancel))!, state, DeskBook.ToRequester, note: null, at);
                return true;
            },
            Cancel);
    }

    private LocalDesk DeskOn(Func<BotDb> open) => new(
        new Opener(open),
        Options.Create(new DeskOptions()),
        Options.Create(new LocalDeskOptions()),
        _clock,
        NullLogger<LocalDesk>.Instance);

    private static FiledTicket Done(DeskAnswer answer) => Assert.IsType<DeskAnswer.Done>(answer).Ticket;

    private sealed class Opener(Func<BotDb> open) : IDbContextFactory<BotDb>
    {
        public BotDb CreateDbContext() => open();
    }
}
