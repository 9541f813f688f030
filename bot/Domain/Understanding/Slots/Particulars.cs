using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Understanding.Slots;

/// <summary>
/// What tells itself by its form wherever it stands: the number of a change or a ticket, an address, a phone number; and the person that a
/// sentence names to be called.
/// </summary>
internal sealed partial class Particulars
{
    private readonly List<Match> _found;

    private Particulars(List<Match> found) => _found = found;

    /// <summary>What was found, as it stands in the text.</summary>
    public IEnumerable<(string Slot, string Value)> Slots => _found
        .GroupBy(match => match.Groups["reference"].Success ? "reference" : "contact")
        .Select(matches => (matches.Key, string.Join(SaidName.Between, matches.Select(match => match.Value.Trim()))));

    /// <param name="leads">Words before a person: "contact", "call".</param>
    public static Particulars In(string text, IReadOnlyList<string> leads) => new([
        .. Form().Matches(text)
            .Concat(FullName().Matches(text).Where(name => IsLed(text[..name.Index], leads)))
            .OrderBy(match => match.Index),
    ]);

    private static bool IsLed(string before, IReadOnlyList<string> leads)
    {
        var said = before.TrimEnd(' ', ':');
        return leads.Any(lead => said.EndsWith(lead, StringComparison.OrdinalIgnoreCase)
            && (said.Length == lead.Length || !char.IsLetter(said[^(lead.Length + 1)])));
    }

    /// <summary>Whether a place in the text lies within one of them.</summary>
    public bool Hold(int place) => _found.Exists(match => place >= match.Index && place < match.Index + match.Length);

    /// <summary>A stretch of the text up to the first of them.</summary>
    public string CutFrom(string stretch) => _found
        .Select(match => stretch.IndexOf(match.Value, StringComparison.Ordinal)).Where(at => at > 0)
        .Select(at => stretch[..at].TrimEnd()).FirstOrDefault(stretch);

    // ServiceNow numbers (CHG0012345), cases of IBM (TS012345678, CS1234567), an address (RFC 5321, the usual part), a phone number with
    // its country.
    [GeneratedRegex(
        """
              (?<reference> \b (?: CHG | INC | REQ | RITM | SCTASK | TASK | PRB | TS | CS ) \d{3,12} \b )
            | (?<mail> [A-Za-z0-9._%+-]{1,64} @ [A-Za-z0-9-]{1,63} (?: \. [A-Za-z0-9-]{1,63} )+ )
            | (?<phone> (?<![\w.+]) \+ \d [\d ()/-]{6,20} \d )
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Form();

    // A first name and a last name.
    [GeneratedRegex(@"\b\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex FullName();
}
