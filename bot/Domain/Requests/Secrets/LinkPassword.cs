namespace ChatOpsBot.Domain.Requests.Secrets;

/// <summary>A password before the host of an address: <c>ftp://user:password@host</c> (RFC 3986, section 3.2.1).</summary>
internal static class LinkPassword
{
    private const string Begin = "://";

    public static SecretFinding? At(string text, int at)
    {
        if (string.CompareOrdinal(text, at, Begin, 0, Begin.Length) != 0)
            return null;
        var from = at + Begin.Length;
        var length = Run.Length(text, from, sign => !char.IsWhiteSpace(sign) && sign is not ('/' or '?' or '#'));
        var person = text.AsSpan(from, length);
        var end = person.LastIndexOf('@');
        var colon = end < 0 ? -1 : person[..end].IndexOf(':');
        return colon < 0 || colon + 1 == end ? null : new(SecretKind.Password, from + colon + 1, end - colon - 1);
    }
}
