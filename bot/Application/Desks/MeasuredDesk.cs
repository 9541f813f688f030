using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChatOpsBot.Application.Telemetry;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks;

/// <summary>
/// The desks, with each call timed and seen in the trace. A ticket is asked for where it is, a new one goes where it belongs.
/// </summary>
public sealed class MeasuredDesk
{
    private const string Operation = "chatopsbot.desk.operation";
    private const string Kind = "chatopsbot.desk.kind";

    private readonly TicketDesks _desks;
    private readonly OpeningAttempts _attempts;
    private readonly TimeProvider _time;
    private readonly Histogram<double> _duration;

    public MeasuredDesk(TicketDesks desks, OpeningAttempts attempts, IMeterFactory meters, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(meters);
        (_desks, _attempts, _time) = (desks, attempts, time);
        _duration = meters.Create(BotMeter.Name)
            .CreateHistogram("chatopsbot.desk.call.duration", "s", "Calls to the desk.", tags: null, BotMeter.Prompt);
    }

    /// <inheritdoc cref="ITicketDesk.OpenAsync"/>
    public async Task<DeskAnswer> OpenAsync(TicketDraft ticket, CancellationToken cancel) =>
        await AskAsync("open", await WhereAsync(ticket, cancel), desk => desk.OpenAsync(ticket, cancel));

    /// <summary>The ticket of a request that may have been opened, at the desk where that was tried.</summary>
    public async Task<DeskAnswer> FindAsync(TicketDraft ticket, CancellationToken cancel) =>
        await AskAsync("find", await WhereAsync(ticket, cancel), desk => desk.FindAsync(ticket.Key, cancel));

    /// <inheritdoc cref="ITicketDesk.ReadAsync"/>
    public Task<DeskAnswer> ReadAsync(FiledTicket known, CancellationToken cancel) =>
        AskAsync("read", known.Desk, desk => desk.ReadAsync(known, cancel));

    /// <inheritdoc cref="ITicketDesk.AmendAsync"/>
    public Task<DeskAnswer> AmendAsync(FiledTicket known, TicketDraft ticket, CancellationToken cancel) =>
        AskAsync("amend", known.Desk, desk => desk.AmendAsync(known, ticket, cancel));

    /// <inheritdoc cref="ITicketDesk.WithdrawAsync"/>
    public Task<DeskAnswer> WithdrawAsync(FiledTicket known, CancellationToken cancel) =>
        AskAsync("withdraw", known.Desk, desk => desk.WithdrawAsync(known, cancel));

    /// <inheritdoc cref="ITicketDesk.ReplyAsync"/>
    public Task<DeskAnswer> ReplyAsync(FiledTicket known, DeskReply reply, CancellationToken cancel) =>
        AskAsync("reply", known.Desk, desk => desk.ReplyAsync(known, reply, cancel));

    /// <inheritdoc cref="ITicketDesk.AttachAsync"/>
    public Task<DeskAnswer> AttachAsync(FiledTicket known, DeskFile file, CancellationToken cancel) =>
        AskAsync("attach", known.Desk, desk => desk.AttachAsync(known, file, cancel));

    /// <inheritdoc cref="ITicketDesk.ChangedAsync"/>
    public Task<IReadOnlyList<TicketUpdate>?> ChangedAsync(
        ITicketDesk desk, DateTimeOffset after, int most, CancellationToken cancel) =>
        CallAsync(
            "changed", desk.Kind, () => desk.ChangedAsync(after, most, cancel), changed => changed is null ? "not_now" : "done");

    // What was once tried at a desk is tried there again, whatever the routes say now: it may have a ticket already.
    private async Task<DeskKind> WhereAsync(TicketDraft ticket, CancellationToken cancel) =>
        await _attempts.FindAsync(ticket.Key, cancel) is { } before ? before.Desk : _desks.For(ticket);

    private Task<DeskAnswer> AskAsync(string operation, DeskKind kind, Func<ITicketDesk, Task<DeskAnswer>> call) =>
        CallAsync(
            operation,
            kind,
            () => _desks.Find(kind) is { } desk
                ? call(desk)
                : Task.FromResult<DeskAnswer>(new DeskAnswer.NotNow($"The desk {kind} is not set up.") { NeedsOperator = true }),
            answer => answer switch
            {
                DeskAnswer.Done => "done",
                DeskAnswer.Refused => "refused",
                DeskAnswer.NotNow { IsOutcomeUnknown: true } => "unknown",
                _ => "not_now",
            });

    private async Task<T> CallAsync<T>(string operation, DeskKind kind, Func<Task<T>> call, Func<T, string> wordOf)
    {
        using var span = BotTracing.Source.StartActivity($"desk {operation}", ActivityKind.Client);
        span?.SetTag(Kind, kind.ToString());
        var (since, outcome) = (_time.GetTimestamp(), "failed");
        try
        {
            var answer = await call();
            outcome = wordOf(answer);
            return answer;
        }
        finally
        {
            if (outcome is "failed" or "not_now" or "unknown")
                span?.SetStatus(ActivityStatusCode.Error);
            span?.SetTag(BotMeter.Outcome, outcome);
            if (_duration.Enabled)
                _duration.Record(
                    _time.GetElapsedTime(since).TotalSeconds,
                    BotMeter.Tag(Operation, operation),
                    BotMeter.Tag(Kind, kind.ToString()),
                    BotMeter.Tag(BotMeter.Outcome, outcome));
        }
    }
}
