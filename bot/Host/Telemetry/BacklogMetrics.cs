using System.Diagnostics.Metrics;
using ChatOpsBot.Application.Recovery.Announcing;
using ChatOpsBot.Application.Telemetry;

namespace ChatOpsBot.Host.Telemetry;

/// <summary>
/// What waits in the database, as gauges. Every instance reads the same database, so of several the greatest counts and never their
/// sum; that of the lease alone is each instance's own. While the database does not answer there is nothing rather than what was true
/// before.
/// </summary>
public sealed class BacklogMetrics
{
    private const string State = "chatopsbot.state";
    private const string Kind = "chatopsbot.dr.kind";

    private readonly BacklogReader _backlog;
    private readonly DispatcherLease _lease;

    public BacklogMetrics(IMeterFactory meters, BacklogReader backlog, DispatcherLease lease)
    {
        ArgumentNullException.ThrowIfNull(meters);
        (_backlog, _lease) = (backlog, lease);
        var meter = meters.Create(BotMeter.Name);
        meter.CreateObservableGauge("chatopsbot.outbox.depth", Depth, "{message}", "OutboxMessages that are not done.");
        meter.CreateObservableGauge("chatopsbot.outbox.age", Age, "s", "How long the oldest message waits that could be done by now.");
        meter.CreateObservableGauge(
            "chatopsbot.announcement.backlog", Waiting, "{channel}", "Channels that wait for what is new of DR events.");
        meter.CreateObservableGauge(
            "chatopsbot.announcement.age", WaitingFor, "s", "The longest wait of a channel for an update of a DR event.");
        meter.CreateObservableGauge(
            "chatopsbot.requests.awaiting_approval",
            () => One(now => now.AwaitingApproval),
            "{request}",
            "Requests that wait for an approval.");
        meter.CreateObservableGauge("chatopsbot.dr.events.open", Events, "{event}", "DR events that are not over.");
        meter.CreateObservableGauge(
            "chatopsbot.dr.updates.overdue",
            () => One(now => now.Overdue),
            "{event}",
            "Open DR events whose promised update has not come.");
        meter.CreateObservableGauge("chatopsbot.audit.entries", Audited, "{entry}", "Entries of the audit chain.");
        meter.CreateObservableGauge(
            "chatopsbot.dispatcher.lease.held", Held, "{lease}", "1 on the instance that sends announcements, 0 on every other.");
    }

    private int Held() => _lease.IsSafe ? 1 : 0;

    private IEnumerable<Measurement<long>> Audited() => _backlog.Last is { } now ? [new(now.AuditEntries)] : [];

    private IEnumerable<Measurement<int>> One(Func<Backlog, int> value) => _backlog.Last is { } now ? [new(value(now))] : [];

    private IEnumerable<Measurement<int>> Depth() => (_backlog.Last?.OutboxMessages ?? []).SelectMany(kind => new Measurement<int>[]
    {
        new(kind.Due, BotMeter.Tag(BotMeter.OutboxMessage, kind.Kind), BotMeter.Tag(State, "due")),
        new(kind.Scheduled, BotMeter.Tag(BotMeter.OutboxMessage, kind.Kind), BotMeter.Tag(State, "scheduled")),
        new(kind.DeadLetters, BotMeter.Tag(BotMeter.OutboxMessage, kind.Kind), BotMeter.Tag(State, "dead_letter")),
    });

    // By the clock of the last reading: the next is not long in coming.
    private IEnumerable<Measurement<double>> Age() => _backlog.Last is not { } now ? []
        : now.OutboxMessages.Select(kind => new Measurement<double>(
            kind.Since is { } since ? Backlog.Positive(now.At - since).TotalSeconds : 0, BotMeter.Tag(BotMeter.OutboxMessage, kind.Kind)));

    private IEnumerable<Measurement<int>> Waiting() =>
        (_backlog.Last?.Deliveries ?? []).Select(rank => new Measurement<int>(rank.Waiting, BotMeter.Tag(Kind, Word(rank.IsDrill))));

    private IEnumerable<Measurement<double>> WaitingFor() => _backlog.Last is not { } now ? []
        : now.Deliveries.Select(rank => new Measurement<double>(
            rank.Since is { } since ? Backlog.Positive(now.At - since).TotalSeconds : 0, BotMeter.Tag(Kind, Word(rank.IsDrill))));

    private IEnumerable<Measurement<int>> Events() => _backlog.Last is not { OpenEvents: var open } ? []
        : [new(open.Real, BotMeter.Tag(Kind, Word(isDrill: false))), new(open.Drills, BotMeter.Tag(Kind, Word(isDrill: true)))];

    private static string Word(bool isDrill) => isDrill ? "drill" : "real";
}
