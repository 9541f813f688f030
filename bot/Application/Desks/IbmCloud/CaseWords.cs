using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>What the bot writes into a case beside what its requester says. By these words it knows its own hand again.</summary>
internal static class CaseWords
{
    public const string Changed = "Changed by the requester. The request now reads:";
    public const string Withdrawn = "Withdrawn by its requester.";
    public const string Duplicate = "Opened twice by mistake.";

    /// <summary>What a ticket says now, with a mark by which the same change is known again.</summary>
    public static string Change(TicketDraft draft) => $"{Changed}\n\n{draft.Body}\n\n[{Mark(draft)}]";

    /// <summary>The last change that stands in a case is this one.</summary>
    public static bool Says(Case read, TicketDraft draft) =>
        (read.Texts.LastOrDefault(text => text.StartsWith(Changed, StringComparison.Ordinal)) is { } last)
        ? last.TrimEnd().EndsWith($"[{Mark(draft)}]", StringComparison.Ordinal)
        : Same(read.Description, draft.Body);

    public static string DuplicateOf(string number) => $"{Duplicate} Please work on case {number} instead.";

    private static string Mark(TicketDraft draft) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{draft.Subject}\n{draft.Body}\n{(int)draft.Severity}"))))[..12];

    private static bool Same(string? text, string other) =>
        text is not null && text.ReplaceLineEndings("\n").Trim() == other.ReplaceLineEndings("\n").Trim();
}
