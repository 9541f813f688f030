namespace ChatOpsBot.Domain.Requests.Secrets;

/// <summary>A JSON web token: the header always begins with <c>{"</c>, which is <c>eyJ</c> in Base64 (RFC 7519).</summary>
internal static class WebToken
{
    private const string Begin = "eyJ";
    private const int ShortestPart = 10;

    public static SecretFinding? At(string text, int at)
    {
        if (!Run.Begins(text, at) || string.CompareOrdinal(text, at, Begin, 0, Begin.Length) != 0)
            return null;
        var head = Run.Length(text, at, Run.IsKeySign);
        var point = at + head;
        if (head < ShortestPart || point >= text.Length || (text[point] != '.' && head < Run.Longest))
            return null;
        var rest = Run.Length(text, point, sign => Run.IsKeySign(sign) || sign == '.');
        return rest > ShortestPart ? new(SecretKind.Token, at, head + rest) : null;
    }
}
