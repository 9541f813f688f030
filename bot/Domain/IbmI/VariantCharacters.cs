namespace ChatOpsBot.Domain.IbmI;

/// <summary>
/// The three extra letters of a name. They are <c>$ # @</c> in code page 37 and look different elsewhere (a pound sign, an umlaut),
/// which is why they are a setting. Source: IBM i documentation, page rbam6/rbam6names (names and code pages).
/// </summary>
public sealed class VariantCharacters
{
    /// <summary>How many there are on every system.</summary>
    public const int Count = 3;

    private const string Reserved = "_.*?\"'/()=,;:&|<>+-%~`\\[]{}";

    private VariantCharacters(string signs) => Signs = signs;

    public static VariantCharacters Usual { get; } = new("$#@");

    /// <summary>The three, in upper case.</summary>
    public string Signs { get; }

    /// <summary>Null where the text is not three different characters that are free for it.</summary>
    public static VariantCharacters? From(string? signs)
    {
        var upper = signs?.ToUpperInvariant() ?? "";
        return upper.Length == Count && upper.Distinct().Count() == Count && upper.All(IsFree) ? new(upper) : null;
    }

    /// <summary>The system keeps names in upper case; only the letters it knows are folded, never a look-alike of another script.</summary>
    internal char Upper(char letter)
    {
        if (char.IsAsciiLetterLower(letter))
            return char.ToUpperInvariant(letter);
        var upper = char.ToUpperInvariant(letter);
        return Signs.Contains(upper, StringComparison.Ordinal) ? upper : letter;
    }

    private static bool IsFree(char sign) =>
        !char.IsAsciiLetterOrDigit(sign) && !char.IsWhiteSpace(sign) && !char.IsControl(sign) && !char.IsSurrogate(sign)
        && !Reserved.Contains(sign, StringComparison.Ordinal);
}
