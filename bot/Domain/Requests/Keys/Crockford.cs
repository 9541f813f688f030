namespace ChatOpsBot.Domain.Requests.Keys;

/// <summary>The 32 signs of Crockford's Base 32 (crockford.com/base32.html): no I, L, O, which look like digits, and no U.</summary>
internal static class Crockford
{
    public const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <returns>0 to 31, or -1 for no sign of it.</returns>
    public static int ValueOf(char letter) => char.ToUpperInvariant(letter) switch
    {
        'O' => 0,
        'I' or 'L' => 1,
        var sign => Signs.IndexOf(sign, StringComparison.Ordinal),
    };
}
