using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChatOpsBot.Application.Telemetry;

namespace ChatOpsBot.Application.Turns;

/// <summary>What is counted of turns.</summary>
public sealed class TurnMetrics
{
    private readonly TimeProvider _time;
    private readonly Counter<long> _turns;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _sentences;
    private readonly Counter<long> _repeats;
    private readonly Counter<long> _commits;

    public TurnMetrics(IMeterFactory meters, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _time = time;
        var meter = meters.Create(BotMeter.Name);
        _turns = meter.CreateCounter<long>("chatopsbot.turns", "{turn}", "Activities of Teams that were worked.");
        _duration = meter.CreateHistogram(
            "chatopsbot.turn.duration", "s", "From the activity to the answer that went out.", tags: null, BotMeter.Prompt);
        _sentences = meter.CreateCounter<long>(
            "chatopsbot.sentences", "{sentence}", "Sentences that people said, by what they were understood to want.");
        _repeats = meter.CreateCounter<long>(
            "chatopsbot.turn.repeats", "{activity}", "Activities that came once more and were not worked again.");
        _commits = meter.CreateCounter<long>("chatopsbot.commits", "{commit}", "Commits of turns that change something.");
    }

    /// <summary>Begins a turn; the end of the note ends it.</summary>
    public TurnNote Begin(string? activityId, string reference)
    {
        var span = BotTracing.Source.StartActivity("turn")?
            .SetTag("chatopsbot.reference", reference)
            .SetTag("messaging.message.id", activityId);
        return new(this, reference, span, _time.GetTimestamp());
    }

    /// <summary>An activity came once more, and its first delivery is known in memory.</summary>
    internal void Repeated() => _repeats.Add(1);

    internal void Committed(string outcome) => _commits.Add(1, BotMeter.Tag(BotMeter.Outcome, outcome));

    internal void End(TurnNote note)
    {
        if (note.Outcome == TurnNote.Repeated)
            _repeats.Add(1);
        if (_turns.Enabled)
            _turns.Add(
                1,
                new TagList
                {
                    { "chatopsbot.turn.kind", note.Kind },
                    { "chatopsbot.topic", note.Topic ?? "none" },
                    { BotMeter.Outcome, note.Outcome },
                });
        if (_duration.Enabled)
            _duration.Record(
                _time.GetElapsedTime(note.Since).TotalSeconds,
                BotMeter.Tag("chatopsbot.turn.kind", note.Kind),
                BotMeter.Tag(BotMeter.Outcome, note.Outcome));
        if (note.Intent is { } intent && _sentences.Enabled)
            _sentences.Add(1, BotMeter.Tag("chatopsbot.intent", intent), BotMeter.Tag("chatopsbot.understood", note.IsUnderstood));
    }
}
