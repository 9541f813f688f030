using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Requests.Fields;

/// <summary>How texts of a kind look that are known by their looks, such as e-mail addresses.</summary>
/// <param name="Looks">Fits a whole text, and finds one in a sentence.</param>
/// <param name="Unfit">What is said of a text that looks otherwise.</param>
public sealed record TextForm(Regex Looks, string Unfit)
{
    public bool Fits(string text) => Looks.Match(text) is { Success: true, Index: 0 } match && match.Length == text.Length;

    /// <summary>The first such text in a sentence; null where there is none.</summary>
    public string? FindIn(string sentence) => Looks.Match(sentence) is { Success: true } match ? match.Value : null;
}
