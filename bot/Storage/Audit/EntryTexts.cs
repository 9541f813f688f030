using System.Text;

namespace ChatOpsBot.Storage.Audit;

/// <summary>The personal texts of an entry, held against what stands in the chain for them.</summary>
internal static class EntryTexts
{
    /// <returns>Null where they fit, or are marked as erased by a later entry.</returns>
    public static AuditFault? FaultOf(AuditChainEntry entry)
    {
        (string Name, string? Text, byte[]? Salt, byte[]? Commitment)[] texts =
        [
            ("the actor's id", entry.ActorId, entry.ActorIdSalt, entry.ActorIdCommitment),
            ("the actor's name", entry.ActorName, entry.ActorNameSalt, entry.ActorNameCommitment),
            ("the detail", entry.Detail, entry.DetailSalt, entry.DetailCommitment),
        ];
        if (entry.ErasedBy is { } by)
            return by <= entry.Sequence
                    ? Fault(entry, AuditFaultKind.WrongErasure, $"it is marked as erased by entry {by}, which was there before it")
                : Array.Find(texts, it => it.Text is not null || it.Salt is not null) is { Name: { } left }
                    ? Fault(entry, AuditFaultKind.WrongErasure, $"it is marked as erased, and {left} is there")
                : null;

        foreach (var (name, text, salt, commitment) in texts)
        {
            if (text is null && salt is null && commitment is not null)
                return Fault(entry, AuditFaultKind.WrongErasure, $"{name} is gone, and no entry of the chain erased it");
            if (!Fits(text, salt, commitment))
                return Fault(entry, AuditFaultKind.WrongText, $"{name} does not fit its commitment");
        }

        return null;
    }

    private static AuditFault Fault(AuditChainEntry entry, AuditFaultKind kind, string why) => new(entry.Sequence, kind, why);

    private static bool Fits(string? text, byte[]? salt, byte[]? commitment)
    {
        if (text is null || salt is null || commitment is null)
            return text is null && salt is null && commitment is null;

        // A salt of another length would move the border between it and the text.
        if (salt.Length != AuditEncoding.HashLength)
            return false;

        try
        {
            return AuditEncoding.Commit(salt, text).AsSpan().SequenceEqual(commitment);
        }
        // What is no Unicode was never committed to.
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
