namespace ChatOpsBot.Domain.IbmI;

/// <summary>Which characters a name may hold, apart so that a sentence can be made of them in any language.</summary>
/// <param name="Signs">What may stand there beside letters and digits, such as <c>$#@_.</c></param>
public sealed record AllowedCharacters(string Signs)
{
    /// <summary>Lower case is kept apart from upper case (elsewhere it is folded, so that both may be typed).</summary>
    public bool CaseMatters { get; init; }

    /// <summary>Digits may stand there. Letters always may.</summary>
    public bool Digits { get; init; } = true;

    /// <summary>The signs with a space between, as they are read out: <c>$ # @ _ .</c> A blank itself is left to the words.</summary>
    public string SpokenSigns => string.Join(' ', Signs.Where(sign => sign != ' '));

    public bool HoldsBlank => Signs.Contains(' ', StringComparison.Ordinal);

    internal bool Has(char letter) =>
        char.IsAsciiLetterUpper(letter) || (CaseMatters && char.IsAsciiLetterLower(letter))
        || (Digits && char.IsAsciiDigit(letter)) || Signs.Contains(letter, StringComparison.Ordinal);
}
