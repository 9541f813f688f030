using System.Globalization;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>The names of outcomes in metrics and traces: a fixed set, with nothing from the content of a response.</summary>
internal static class OutcomeNames
{
    /// <param name="failure">Null for a call that Teams accepted.</param>
    public static string Outcome(SendOutcome? failure) => failure switch
    {
        null or SendOutcome.Sent => "sent",
        SendOutcome.Throttled => "throttled",
        SendOutcome.Refused => "refused",
        SendOutcome.UnknownEnd => "unknown",
        _ => "unreachable",
    };

    /// <summary>What went wrong; null where nothing did.</summary>
    public static string? Error(SendOutcome? failure) => failure switch
    {
        SendOutcome.Refused refused => refused.Why.ToString(),
        SendOutcome.UnknownEnd { Status: > 0 } unknown => unknown.Status.ToString(CultureInfo.InvariantCulture),
        SendOutcome.UnknownEnd => "NoAnswer",
        SendOutcome.Unreachable => "Unreachable",
        SendOutcome.Throttled => "Throttled",
        _ => null,
    };

    /// <summary>HTTP status; 0 where there is none.</summary>
    public static int Status(SendOutcome failure) => failure switch
    {
        SendOutcome.Refused refused => refused.Status,
        SendOutcome.UnknownEnd unknown => unknown.Status,
        _ => 0,
    };
}
