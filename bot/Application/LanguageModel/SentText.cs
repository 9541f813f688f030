using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Application.LanguageModel;

/// <summary>What of a message leaves for the language model.</summary>
internal static partial class SentText
{
    // In characters. Nobody asks at greater length; a pasted job log has no business elsewhere.
    private const int Longest = 1_000;

    /// <summary>The beginning of the message without addresses and telephone numbers; null for one that holds a secret.</summary>
    public static string? Of(string message) =>
        SecretScan.In(message).Count > 0 ? null : Shortened(Phone().Replace(Mail().Replace(message, "[address]"), "[number]"));

    private static string Shortened(string text) =>
        text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];

    [GeneratedRegex(@"[^\s@<>""(),;:?!]+@[^\s@<>""(),;:?!]+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Mail();

    // As they are written for others to call: with a country code or a zero in front. No date, which begins like one.
    [GeneratedRegex(
        @"(?<![\w./-])(?!\d{2}([./-])\d{2}\1\d{2,4}\b)(\+|00|\(?0)[1-9][\d \t/().-]{5,}\d",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Phone();
}
