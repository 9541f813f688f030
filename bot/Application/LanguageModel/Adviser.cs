using System.Diagnostics;
using ChatOpsBot.Application.Telemetry;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Understanding;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.LanguageModel;

/// <summary>Asks the language model about a message that the bot does not read with confidence, where one is set up.</summary>
public sealed class Adviser : IDisposable
{
    private readonly ModelCall _call;
    private readonly CallBudget _budget;
    private readonly AdviceMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly CoolDown _coolDown;
    private readonly SemaphoreSlim _places;

    internal Adviser(
        ModelCall call, IOptions<LanguageModelOptions> options, AdviceMetrics metrics, TimeProvider time, ILogger<Adviser> log)
    {
        (_call, _metrics, _time, _log) = (call, metrics, time, log);
        (_budget, _coolDown) = (new(options, time), new(time));
        (IsOn, _places) = (options.Value.IsOn, new(options.Value.AtOnce));
    }

    /// <summary>Whether there is a language model to ask.</summary>
    public bool IsOn { get; }

    /// <param name="turn">As it was read, with all that was loaded for it.</param>
    /// <param name="typed">What came from the person: a press of an example says words of the bot's own.</param>
    /// <param name="found">The answer without advice.</param>
    /// <returns>Null where there is no advice: the answer is then the one that was found.</returns>
    public async Task<Advice?> AskAsync(Turn turn, TurnInput typed, TurnResult found, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!IsOn || typed is not TurnInput.Message said || !AdviceRule.Allows(turn, found))
            return null;
        if (SentText.Of(said.Order ?? said.Text) is not { } sent)
            return NotAsked(ModelOutcome.Secret);
        if (_coolDown.IsOn)
            return NotAsked(ModelOutcome.CoolingDown);
        if (!_places.Wait(TimeSpan.Zero, cancel))
            return NotAsked(ModelOutcome.Busy);

        try
        {
            return _budget.TryTake(turn.Who.Id) ? await CallAsync(sent, said.Text, cancel) : NotAsked(ModelOutcome.OverBudget);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private Advice? NotAsked(ModelOutcome reason)
    {
        _metrics.Ended(reason);
        _log.ModelNotAsked(AdviceMetrics.WordOf(reason));
        return null;
    }

    private async Task<Advice?> CallAsync(string sent, string message, CancellationToken cancel)
    {
        using var span = BotTracing.Source.StartActivity("language model", ActivityKind.Client);
        var since = _time.GetTimestamp();
        var answer = await _call.SendAsync(sent, message, cancel);
        var (took, outcome) = (_time.GetElapsedTime(since), AdviceMetrics.WordOf(answer.Outcome));
        span?.SetTag(BotMeter.Outcome, outcome);
        _metrics.Ended(answer.Outcome, took);
        if (answer.IsFault)
        {
            span?.SetStatus(ActivityStatusCode.Error);
            _log.ModelFailed(outcome, answer.Fault, _coolDown.Failed());
        }
        else
        {
            _coolDown.Answered();
            _log.ModelAsked(outcome, took);
        }

        return answer.Advice;
    }
}
