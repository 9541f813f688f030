namespace ChatOpsBot.Domain.Requests.Secrets;

/// <summary>Keys that say by their beginning whose they are, as their issuers document.</summary>
internal static class MarkedKey
{
    private static readonly (string Mark, int Shortest, SecretKind Kind)[] Marks =
    [
        ("AKIA", 20, SecretKind.ApiKey), ("ASIA", 20, SecretKind.ApiKey), ("AIza", 39, SecretKind.ApiKey),
        ("sk_live_", 20, SecretKind.ApiKey), ("rk_live_", 20, SecretKind.ApiKey), ("sk-", 24, SecretKind.ApiKey),
        ("ghp_", 40, SecretKind.Token), ("gho_", 40, SecretKind.Token), ("ghu_", 40, SecretKind.Token), ("ghs_", 40, SecretKind.Token),
        ("ghr_", 40, SecretKind.Token), ("github_pat_", 40, SecretKind.Token), ("glpat-", 20, SecretKind.Token),
        ("xoxb-", 20, SecretKind.Token), ("xoxp-", 20, SecretKind.Token), ("xapp-", 20, SecretKind.Token), ("npm_", 40, SecretKind.Token),
        ("hvs.", 24, SecretKind.Token), ("pypi-", 40, SecretKind.Token),
    ];

    public static SecretFinding? At(string text, int at)
    {
        if (!Run.Begins(text, at))
            return null;
        foreach (var (mark, shortest, kind) in Marks)
        {
            if (string.CompareOrdinal(text, at, mark, 0, mark.Length) != 0)
                continue;
            var length = mark.Length + Run.Length(text, at + mark.Length, Run.IsKeySign);
            if (length >= shortest && text.AsSpan(at + mark.Length, length - mark.Length).IndexOfAnyInRange('0', '9') >= 0)
                return new(kind, at, length);
        }

        return null;
    }
}
