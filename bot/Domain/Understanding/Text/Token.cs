namespace ChatOpsBot.Domain.Understanding.Text;

/// <summary>One word of a sentence.</summary>
/// <param name="Surface">As it stands in the text.</param>
/// <param name="Plain">Lower case, without accents.</param>
/// <param name="Stem">The part that is compared: <paramref name="Plain"/> without its ending.</param>
/// <param name="Start">Offset of its first character in the text.</param>
/// <param name="End">Offset after its last character.</param>
public readonly record struct Token(string Surface, string Plain, string Stem, int Start, int End);
