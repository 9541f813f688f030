using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>Messages are claimed, tried, put off and given up: the worker with a handler that does as a test says.</summary>
public sealed class OutboxWorkTests() : DatabaseContract(new SqliteDatabase())
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TicketDraft Ticket = new("RST-7K3QZ9", "restore", "Restore", "LPAR1", Severity.High);

    private readonly FakeTimeProvider _clock = new(Monday);
    private readonly FakeLogCollector _log = new();
    private readonly ObedientHandler _handler = new();
    private readonly Guid _request = Guid.NewGuid();

    private int _attempts = 20;
    private int _parallel = 8;

    [Fact]
    public async Task What_is_done_is_gone()
    {
        using var work = Work();
        await AddAsync(new OutboxMessage.Redraw(_request));

        Assert.True(await work.Worker.StepAsync(Cancel));
        Assert.False(await work.Worker.StepAsync(Cancel));
        Assert.Equal(1, _handler.Tries);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task What_is_to_be_tried_later_waits_as_long_as_was_asked()
    {
        using var work = Work();
        await AddAsync(new OutboxMessage.Redraw(_request));
        _handler.Does = (_, _) => Later(new HandlingResult.Later("busy", TimeSpan.FromMinutes(20)));
        await work.Worker.StepAsync(Cancel);

        var row = Assert.Single(await RowsAsync());
        Assert.Equal((1, Monday.AddMinutes(20).UtcTicks, "busy", false), (row.Attempt, row.DueTicks, row.LastFault, row.MayBeDuplicate));
        Assert.False(await work.Worker.StepAsync(Cancel));
        _clock.Advance(TimeSpan.FromMinutes(20));
        Assert.True(await work.Worker.StepAsync(Cancel));
    }

    [Fact]
    public async Task What_was_perhaps_done_is_marked()
    {
        using var work = Work();
        await AddAsync(new OutboxMessage.Redraw(_request));
        _handler.Does = (_, _) => Later(new HandlingResult.Later("no answer") { IsOutcomeUnknown = true });
        await work.Worker.StepAsync(Cancel);

        Assert.True(Assert.Single(await RowsAsync()).MayBeDuplicate);
    }

    [Fact]
    public async Task A_bug_is_logged_and_the_message_tried_again()
    {
        using var work = Work();
        await AddAsync(new OutboxMessage.Redraw(_request));
        _handler.Does = (_, _) => throw new InvalidOperationException("what somebody wrote");
        await work.Worker.StepAsync(Cancel);

        var row = Assert.Single(await RowsAsync());
        Assert.Equal(("InvalidOperationException", true, false), (row.LastFault, row.MayBeDuplicate, row.IsDeadLetter));
        var line = Assert.Single(_log.GetSnapshot(), it => it.Level >= LogLevel.Error);
        Assert.DoesNotContain("what somebody wrote", line.Message + line.Exception, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_takes_too_long_is_cancelled_and_perhaps_done()
    {
        using var work = Work();
        await AddAsync(new OutboxMessage.Redraw(_request));
        _handler.Does = HangAsync;
        var step = work.Worker.StepAsync(Cancel);
        await _handler.Begun;
        _clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromMilliseconds(1));
        Assert.False(step.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await step;

        var row = Assert.Single(await RowsAsync());
        Assert.Equal(("It did not finish within 00:01:00.", true), (row.LastFault, row.MayBeDuplicate));
    }

    [Fact]
    public async Task What_is_in_flight_when_the_bot_ends_is_given_back()
    {
        using var work = Work();
        await AddAsync(new OutboxMessage.Redraw(_request));
        _handler.Does = HangAsync;
        var step = work.Worker.StepAsync(Cancel);
        await _handler.Begun;
        work.Worker.GiveBack();
        await step;

        var row = Assert.Single(await RowsAsync());
        Assert.Equal(("The bot was stopped.", true, (string?)null), (row.LastFault, row.MayBeDuplicate, row.ClaimedBy));
    }

    [Fact]
    public async Task What_will_never_go_is_given_up_and_whoever_waits_is_told()
    {
        using var work = Work();
        await AddAsync(new OutboxMessage.Redraw(_request));
        _handler.Does = (_, _) => Later(new HandlingResult.PermanentFailure("gone"));
        await work.Worker.StepAsync(Cancel);

        var row = Assert.Single(await RowsAsync());
        Assert.Equal((true, "gone", 1), (row.IsDeadLetter, row.LastFault, _handler.GivenUp));
    }

    [Fact]
    public async Task What_was_tried_often_enough_is_given_up()
    {
        _attempts = 2;
        using var work = Work();
        await AddAsync(new OutboxMessage.Redraw(_request));
        _handler.Does = (_, _) => Later(new HandlingResult.Later("busy"));
        await work.Worker.StepAsync(Cancel);
        Assert.False(Assert.Single(await RowsAsync()).IsDeadLetter);
        Assert.Equal(0, _handler.GivenUp);

        _clock.Advance(TimeSpan.FromMinutes(1));
        await work.Worker.StepAsync(Cancel);
        var row = Assert.Single(await RowsAsync());
        Assert.Equal((true, "busy", 1), (row.IsDeadLetter, row.LastFault, _handler.GivenUp));
    }

    [Fact]
    public async Task A_database_that_is_away_ends_nothing_and_the_turn_that_waits_goes_on()
    {
        using var work = Work();
        await AddAsync(new OutboxMessage.OpenTicket(_request, 1, Ticket));
        using var waiting = work.Waiting.Add(_request, null, null);
        _handler.Does = (_, _) =>
        {
            work.Databases.IsAway = true;
            return Later(HandlingResult.Done.Instance);
        };
        Assert.True(await work.Worker.StepAsync(Cancel));

        Assert.True(waiting.Tried.IsCompleted);
        Assert.NotNull(Assert.Single(await RowsAsync()).ClaimedBy);
    }

    [Theory]
    [InlineData("open", true)]
    [InlineData("amend", true)]
    [InlineData("withdraw", true)]
    [InlineData("redraw", false)]
    public async Task A_turn_waits_until_the_desk_was_asked(string what, bool isForTheDesk)
    {
        using var work = Work();
        OutboxMessage message = what switch
        {
            "open" => new OutboxMessage.OpenTicket(_request, 1, Ticket),
            "amend" => new OutboxMessage.AmendTicket(_request, 1, Ticket),
            "withdraw" => new OutboxMessage.WithdrawTicket(_request),
            _ => new OutboxMessage.Redraw(_request),
        };
        await AddAsync(message);
        using var waiting = work.Waiting.Add(_request, null, null);
        await work.Worker.StepAsync(Cancel);

        Assert.Equal(isForTheDesk, waiting.Tried.IsCompleted);
    }

    [Fact]
    public async Task A_turns_own_messages_are_done_at_once_up_to_the_desk_and_no_further()
    {
        using var work = Work();
        await AddAsync(
            new OutboxMessage.Redraw(Guid.NewGuid()),
            new OutboxMessage.Redraw(_request),
            new OutboxMessage.OpenTicket(_request, 1, Ticket),
            new OutboxMessage.Redraw(_request));
        work.Worker.WorkAtOnce(_request);
        await work.Worker.EndAsync();

        Assert.Equal(2, _handler.Tries);
        Assert.Equal(2, (await RowsAsync()).Count);
        // Others look once more.
        await work.Signal.WaitAsync(Timeout.InfiniteTimeSpan, _clock, Cancel);
    }

    [Fact]
    public async Task A_turn_does_not_wait_for_a_database_that_is_away()
    {
        using var work = Work();
        using var waiting = work.Waiting.Add(_request, null, null);
        work.Databases.IsAway = true;
        work.Worker.WorkAtOnce(_request);
        await work.Worker.EndAsync();

        Assert.True(waiting.Tried.IsCompleted);
        Assert.Contains(_log.GetSnapshot(), it => it.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task A_look_starts_no_more_than_there_is_room_for()
    {
        _parallel = 2;
        using var work = Work();
        await AddAsync([.. Enumerable.Range(0, 3).Select(_ => new OutboxMessage.Redraw(Guid.NewGuid()))]);
        var open = new TaskCompletionSource();
        _handler.Does = async (_, _) =>
        {
            await open.Task;
            return HandlingResult.Done.Instance;
        };

        Assert.Equal(LookEvery, await work.Worker.LookAsync(Cancel));
        Assert.Equal(2, (await RowsAsync()).Count(row => row.ClaimedBy is not null));
        Assert.Equal(LookEvery, await work.Worker.LookAsync(Cancel));
        Assert.Equal(2, (await RowsAsync()).Count(row => row.ClaimedBy is not null));

        open.SetResult();
        await work.Signal.WaitAsync(Timeout.InfiniteTimeSpan, _clock, Cancel);
        await work.Worker.EndAsync();
        await work.Worker.LookAsync(Cancel);
        await work.Worker.EndAsync();
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task The_next_look_is_when_something_is_due_and_never_later_than_usual()
    {
        using var work = Work();
        Assert.Equal(LookEvery, await work.Worker.LookAsync(Cancel));
        await AddAsync(new OutboxMessage.ExpireDraft(_request) { Due = Monday.AddDays(7) });
        Assert.Equal(LookEvery, await work.Worker.LookAsync(Cancel));
        await AddAsync(new OutboxMessage.ExpireDraft(_request) { Due = Monday.AddSeconds(2) });
        Assert.Equal(TimeSpan.FromSeconds(2), await work.Worker.LookAsync(Cancel));

        // Claimed by an instance that ended: due since its claim ran out.
        await AddAsync(new OutboxMessage.ExpireDraft(Guid.NewGuid()));
        await AskAsync(db => new OutboxStore(db).ClaimAsync("other", Monday.AddMinutes(-9), TimeSpan.FromMinutes(1), 9, Cancel));
        Assert.InRange(await work.Worker.LookAsync(Cancel), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        await work.Worker.EndAsync();
    }

    [Fact]
    public async Task The_end_waits_for_what_is_in_flight_and_not_for_long()
    {
        using var work = Work();
        await AddAsync(new OutboxMessage.Redraw(_request));
        _handler.Does = HangAsync;
        await work.Worker.LookAsync(Cancel);
        await _handler.Begun;

        var end = work.Worker.EndAsync();
        _clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromMilliseconds(1));
        Assert.False(end.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await end;
        Assert.Equal("The bot was stopped.", Assert.Single(await RowsAsync()).LastFault);
    }

    private static Task<HandlingResult> Later(HandlingResult result) => Task.FromResult(result);

    private static async Task<HandlingResult> HangAsync(OutboxMessage message, CancellationToken cancel)
    {
        await Task.Delay(Timeout.Infinite, cancel);
        return HandlingResult.Done.Instance;
    }

    private Task AddAsync(params OutboxMessage[] messages) => CommitAsync(db =>
    {
        foreach (var message in messages)
            new OutboxStore(db).Add(message, Monday);
    });

    private Task<List<KeptMessage>> RowsAsync() => AskAsync(db => db.Database.SqlQuery<KeptMessage>(
        $"""
        SELECT "Attempt", "Due" AS "DueTicks", "LastFault", "MayBeDuplicate", "IsDeadLetter", "ClaimedBy" FROM "OutboxMessage"
        """).ToListAsync(Cancel));

    private WorkedOutbox Work() => WorkedOutbox.On(
        Database, _clock, _log, _handler, new OutboxOptions { Attempts = _attempts, Parallel = _parallel, LookEvery = LookEvery });

    private sealed record KeptMessage(
        int Attempt, long DueTicks, string? LastFault, bool MayBeDuplicate, bool IsDeadLetter, string? ClaimedBy);
}
