namespace ChatOpsBot.Domain.Requests.Secrets;

/// <summary>A private key in text form (RFC 7468): its first line is enough.</summary>
internal static class KeyBlock
{
    private const string Begin = "-----BEGIN ";
    private const string Ending = "PRIVATE KEY";
    private const int LongestLabel = 40;

    public static SecretFinding? At(string text, int at)
    {
        if (string.CompareOrdinal(text, at, Begin, 0, Begin.Length) != 0)
            return null;
        var label = text.AsSpan(at + Begin.Length, Math.Min(LongestLabel, text.Length - at - Begin.Length));
        var end = label.IndexOf(Ending, StringComparison.Ordinal);
        return end < 0 ? null : new(SecretKind.PrivateKey, at, Begin.Length + end + Ending.Length);
    }
}
