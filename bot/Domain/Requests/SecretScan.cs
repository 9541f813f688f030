using ChatOpsBot.Domain.Requests.Secrets;

namespace ChatOpsBot.Domain.Requests;

/// <summary>
/// Looks for what must not go into a ticket: passwords, keys, tokens, card numbers. It looks for forms, so it misses a secret that
/// looks like a word; names, paths, ticket numbers, GUIDs and dates are no secrets. Time grows with the length of the text only.
/// </summary>
public static class SecretScan
{
    /// <summary>Nobody is told of more than these; one is enough to refuse a text.</summary>
    public const int MostFindings = 20;

    /// <summary>Each looks whether a secret begins at a place. The first that knows one names it.</summary>
    private static readonly Func<string, int, SecretFinding?>[] Forms =
        [KeyBlock.At, WebToken.At, MarkedKey.At, LinkPassword.At, LabelledSecret.At, CardNumber.At, RandomRun.At];

    /// <returns>In the order of the text, none over another.</returns>
    public static IReadOnlyList<SecretFinding> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var findings = new List<SecretFinding>();
        for (var at = 0; at < text.Length && findings.Count < MostFindings; at++)
        {
            if (Forms.Select(form => form(text, at)).FirstOrDefault(found => found is not null) is not { } finding)
                continue;
            findings.Add(finding);
            at = finding.Start + finding.Length - 1;
        }

        return findings;
    }
}
