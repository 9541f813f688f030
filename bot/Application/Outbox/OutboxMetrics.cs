using System.Diagnostics.Metrics;
using ChatOpsBot.Application.Telemetry;
using ChatOpsBot.Storage.Outbox;

namespace ChatOpsBot.Application.Outbox;

/// <summary>What is measured of the outbox.</summary>
public sealed class OutboxMetrics
{
    private readonly TimeProvider _time;
    private readonly Counter<long> _messages;
    private readonly Histogram<double> _delay;

    public OutboxMetrics(IMeterFactory meters, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _time = time;
        var meter = meters.Create(BotMeter.Name);
        _messages = meter.CreateCounter<long>("chatopsbot.outbox.messages", "{message}", "Attempts to handle outbox messages.");
        _delay = meter.CreateHistogram(
            "chatopsbot.outbox.delay",
            "s",
            "From when an outbox message was first due until it was handled.",
            tags: null,
            BotMeter.Background);
    }

    internal void Handled(ClaimedMessage claimed)
    {
        Attempted(claimed, "done");
        if (_delay.Enabled)
            _delay.Record(
                Math.Max(0, (_time.GetUtcNow() - claimed.FirstDue).TotalSeconds), BotMeter.Tag(BotMeter.OutboxMessage, claimed.Kind));
    }

    internal void Attempted(ClaimedMessage claimed, string outcome)
    {
        if (_messages.Enabled)
            _messages.Add(1, BotMeter.Tag(BotMeter.OutboxMessage, claimed.Kind), BotMeter.Tag(BotMeter.Outcome, outcome));
    }
}
