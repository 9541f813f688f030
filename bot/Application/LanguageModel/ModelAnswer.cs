using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Application.LanguageModel;

/// <summary>How a call of the language model ended.</summary>
/// <param name="Fault">An HTTP status or the type of an exception: no text that somebody wrote.</param>
internal sealed record ModelAnswer(ModelOutcome Outcome, Advice? Advice = null, string? Fault = null)
{
    /// <summary>The server is at fault, not the message.</summary>
    public bool IsFault => Outcome is ModelOutcome.TimedOut or ModelOutcome.Refused or ModelOutcome.Failed;
}
