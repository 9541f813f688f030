using System.Diagnostics;
using ChatOpsBot.Application.Telemetry;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Application.Turns;

/// <summary>
/// What is told of a turn to whoever watches the bot, written down while it goes on. Few words, and nothing that somebody wrote.
/// </summary>
public sealed class TurnNote(TurnMetrics metrics, string reference, Activity? span, long since) : IDisposable
{
    internal const string Answered = "answered";
    internal const string Saved = "saved";
    internal const string Unanswered = "unanswered";
    internal const string Unsent = "unsent";
    internal const string Repeated = "repeated";
    internal const string Done = "done";
    internal const string Ignored = "ignored";
    internal const string Busy = "busy";
    internal const string TooFast = "too_fast";
    internal const string TooSlow = "too_slow";
    internal const string Failed = "failed";

    /// <summary>The topic for what is outside the matrix, and for what was not understood.</summary>
    private const string Outside = "outside";

    private bool _namesSubject;

    /// <summary>What the person is told when it fails.</summary>
    public string Reference => reference;

    internal long Since => since;

    /// <summary>What happened: "said", "pressed", "arrival", "channel" or "other".</summary>
    internal string Kind { get; set; } = "other";

    /// <summary>Who answered; null for nobody.</summary>
    internal string? Topic { get; private set; }

    /// <summary>What was said to be wanted; null where nothing was said.</summary>
    internal string? Intent { get; private set; }

    /// <summary>A turn that never came to its end failed.</summary>
    internal string Outcome { get; set; } = Failed;

    /// <summary>
    /// Something may stand in the database by now that did not before: there may be messages to run, and news to announce.
    /// </summary>
    internal bool MayHaveSaved { get; set; }

    internal bool IsUnderstood => Topic is not (Outside or null) || _namesSubject;

    internal void Understood(Meaning? meaning)
    {
        Intent = meaning is null ? null : Word(meaning.Intent);
        _namesSubject = meaning is { Outside: not null };
    }

    internal void AnsweredBy(string? topic, TurnResult result) => (Topic, Outcome) = (topic, result.IsEmpty ? Unanswered : Answered);

    internal void FailedBy(string outcome, Exception fault)
    {
        Outcome = outcome;
        span?.Failed(fault.GetType().Name);
    }

    public void Dispose()
    {
        metrics.End(this);
        if (span is null)
            return;

        span.SetTag("chatopsbot.turn.kind", Kind)
            .SetTag("chatopsbot.topic", Topic)
            .SetTag("chatopsbot.intent", Intent)
            .SetTag(BotMeter.Outcome, Outcome);
        if (Outcome is Failed or TooSlow or Busy or Unsent)
            span.SetStatus(ActivityStatusCode.Error, $"Reference {Reference}");
        span.Dispose();
    }

    private static string Word(Intent intent) => intent switch
    {
        Domain.Understanding.Intent.Responsibility => "responsibility",
        Domain.Understanding.Intent.Request => "request",
        Domain.Understanding.Intent.DrEvent => "dr_event",
        Domain.Understanding.Intent.SmallTalk => "smalltalk",
        _ => "unknown",
    };
}
