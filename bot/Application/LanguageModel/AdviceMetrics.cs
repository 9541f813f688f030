using System.Diagnostics.Metrics;
using ChatOpsBot.Application.Telemetry;

namespace ChatOpsBot.Application.LanguageModel;

/// <summary>What is counted of the language model.</summary>
public sealed class AdviceMetrics
{
    private readonly Counter<long> _messages;
    private readonly Histogram<double> _duration;

    public AdviceMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(BotMeter.Name);
        _messages = meter.CreateCounter<long>(
            "chatopsbot.language_model.messages", "{message}", "Messages that a language model might have helped to understand.");
        _duration = meter.CreateHistogram(
            "chatopsbot.language_model.call.duration", "s", "Calls to the language model.", tags: null, BotMeter.Prompt);
    }

    internal void Ended(ModelOutcome outcome, TimeSpan? took = null)
    {
        var tag = BotMeter.Tag(BotMeter.Outcome, WordOf(outcome));
        _messages.Add(1, tag);
        if (took is { } duration && _duration.Enabled)
            _duration.Record(duration.TotalSeconds, tag);
    }

    internal static string WordOf(ModelOutcome outcome) => outcome switch
    {
        ModelOutcome.Advised => "advised",
        ModelOutcome.NoAdvice => "no_advice",
        ModelOutcome.Unusable => "unusable",
        ModelOutcome.TimedOut => "timed_out",
        ModelOutcome.Refused => "refused",
        ModelOutcome.Failed => "failed",
        ModelOutcome.Secret => "secret",
        ModelOutcome.OverBudget => "over_budget",
        ModelOutcome.Busy => "busy",
        _ => "cooling_down",
    };
}
