using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>
/// Gives <c>{{site.data.keyword.X}}</c> a readable name. The true names are kept by the provider's site, not by the page.
/// </summary>
internal sealed partial class PageVariables(WarningList warnings)
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["IBM"] = "IBM",
        ["cloud"] = "IBM Cloud",
        ["Bluemix"] = "IBM Cloud",
    }.ToFrozenDictionary();

    private readonly HashSet<string> _guessed = [];

    public string Named(string text, int line) =>
        text.Contains("{{", StringComparison.Ordinal) ? Variable().Replace(text, match => Name(match.Groups[1].Value, line)) : text;

    private string Name(string variable, int line)
    {
        var stem = Ending().Replace(variable, "");
        if (Known.TryGetValue(stem, out var known))
            return known;

        var words = WordBreak().Replace(stem, " ").Trim();
        var name = words switch
        {
            "" => variable,
            { Length: <= 3 } => words.ToUpperInvariant(),
            _ => char.ToUpperInvariant(words[0]) + words[1..],
        };
        if (_guessed.Add(variable))
            warnings.Add(line, $"The page names something only as the variable \"{variable}\"; it is read as \"{name}\".");
        return name;
    }

    [GeneratedRegex(@"\{\{\s*site\.data\.\w+\.([\w.\-]+)\s*\}\}")]
    private static partial Regex Variable();

    /// <summary>"_notm" leaves the trade mark sign out; "full", "long", "short" are lengths of the same name.</summary>
    [GeneratedRegex("(?:_?(?:notm|full|long|short))+$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();

    [GeneratedRegex(@"[_.\-]+|(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordBreak();
}
