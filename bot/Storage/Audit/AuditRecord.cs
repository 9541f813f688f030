using System.Text;
using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Storage.Audit;

/// <summary>What is to become an entry of the audit chain: who did what to which subject. Added by <see cref="BotDb.Audit"/>.</summary>
/// <param name="SubjectKind">One of <see cref="AuditSubjects"/>.</param>
/// <param name="SubjectKey">What people call the subject. It is never erased: nothing about a person may stand in it.</param>
/// <param name="What">A stable word, such as "approved"; never erased either.</param>
public sealed record AuditRecord(string SubjectKind, string SubjectKey, string What, DateTimeOffset At)
{
    /// <summary>The version of the subject that this made; null for what has no versions.</summary>
    public int? Version { get; init; }

    /// <summary>Null for what the bot or the desk did.</summary>
    public Person? By { get; init; }

    /// <summary>More about it, which may be what somebody typed; null for nothing.</summary>
    public string? Detail { get; init; }

    /// <summary>The entries whose personal texts are erased in the same commit; null for none.</summary>
    internal AuditErasure? Erases { get; init; }

    /// <summary>
    /// A text as every database keeps it and every encoding writes it: half a surrogate pair and NUL, which not all can, are replaced.
    /// </summary>
    internal static string Storable(string text)
    {
        if (text.AsSpan().IndexOf('\0') < 0 && !HasLoneSurrogate(text))
            return text;

        var clean = new StringBuilder(text.Length);
        foreach (var sign in text.EnumerateRunes())
            clean.Append(sign.Value == 0 ? Rune.ReplacementChar : sign);
        return clean.ToString();
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (!(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])))
                return true;
            at++;
        }

        return false;
    }
}
