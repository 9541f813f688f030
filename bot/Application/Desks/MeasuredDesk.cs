using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChatOpsBot.Application.Telemetry;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks;

/// <summary>The desk, with each call to it timed and seen in the trace.</summary>
public sealed class MeasuredDesk
{
    private const string Operation = "chatopsbot.desk.operation";

    private readonly ITicketDesk _desk;
    private readonly TimeProvider _time;
    private readonly Histogram<double> _duration;

    public MeasuredDesk(ITicketDesk desk, IMeterFactory meters, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(meters);
        (_desk, _time) = (desk, time);
        _duration = meters.Create(BotMeter.Name)
            .CreateHistogram("chatopsbot.desk.call.duration", "s", "Calls to the desk.", tags: null, BotMeter.Prompt);
    }

    /// <inheritdoc cref="ITicketDesk.OpenAsync"/>
    public Task<DeskAnswer> OpenAsync(TicketDraft ticket, CancellationToken cancel) =>
        CallAsync("open", () => _desk.OpenAsync(ticket, cancel), Word);

    /// <inheritdoc cref="ITicketDesk.FindAsync"/>
    public Task<DeskAnswer> FindAsync(string key, CancellationToken cancel) => CallAsync("find", () => _desk.FindAsync(key, cancel), Word);

    /// <inheritdoc cref="ITicketDesk.AmendAsync"/>
    public Task<DeskAnswer> AmendAsync(string number, TicketDraft ticket, CancellationToken cancel) =>
        CallAsync("amend", () => _desk.AmendAsync(number, ticket, cancel), Word);

    /// <inheritdoc cref="ITicketDesk.WithdrawAsync"/>
    public Task<DeskAnswer> WithdrawAsync(string number, CancellationToken cancel) =>
        CallAsync("withdraw", () => _desk.WithdrawAsync(number, cancel), Word);

    /// <inheritdoc cref="ITicketDesk.ChangedAsync"/>
    public Task<IReadOnlyList<FiledTicket>> ChangedAsync(DateTimeOffset after, int most, CancellationToken cancel) =>
        CallAsync("changed", () => _desk.ChangedAsync(after, most, cancel), _ => "done");

    private static string Word(DeskAnswer answer) => answer switch
    {
        DeskAnswer.Done => "done",
        DeskAnswer.Refused => "refused",
        _ => "not_now",
    };

    private async Task<T> CallAsync<T>(string operation, Func<Task<T>> call, Func<T, string> wordOf)
    {
        using var span = BotTracing.Source.StartActivity($"desk {operation}", ActivityKind.Client);
        var (since, outcome) = (_time.GetTimestamp(), "failed");
        try
        {
            var answer = await call();
            outcome = wordOf(answer);
            return answer;
        }
        finally
        {
            if (outcome is "failed" or "not_now")
                span?.SetStatus(ActivityStatusCode.Error);
            span?.SetTag(BotMeter.Outcome, outcome);
            if (_duration.Enabled)
                _duration.Record(
                    _time.GetElapsedTime(since).TotalSeconds, BotMeter.Tag(Operation, operation), BotMeter.Tag(BotMeter.Outcome, outcome));
        }
    }
}
