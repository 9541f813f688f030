using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Understanding.Slots;

/// <summary>
/// A save or restore command as it is typed on IBM i, with its parameters by keyword or by position (IBM i documentation, "CL commands":
/// RSTLIB, RSTOBJ, SAVLIB, SAVOBJ, SAVCHGOBJ).
/// </summary>
/// <param name="Start">Offset of the command in the text.</param>
/// <param name="End">Offset behind its last parameter.</param>
internal sealed partial record ClCommand(int Start, int End, IReadOnlyDictionary<string, string> Parameters)
{
    private const string All = "*ALL";

    private static readonly string[] Read = ["SAVLIB", "LIB", "OBJ", "OBJTYPE", "FILEMBR", "RSTLIB"];

    /// <summary>
    /// What is saved or restored, as sentences name it: <c>PRODLIB</c>, <c>PRODLIB/CUSTMAST</c>, <c>PRODLIB/ORDHDR(JAN26)</c>; null where
    /// the command does not say.
    /// </summary>
    public string? Object
    {
        get
        {
            var library = Value("SAVLIB") ?? Value("LIB");
            var members = Parameters.TryGetValue("FILEMBR", out var said) ? FileMember().Match(said) : Match.Empty;
            return members.Success && library is not null ? $"{library}/{members.Groups["file"].Value}({members.Groups["member"].Value})".ToUpperInvariant()
                : Value("OBJ") is { } named && named != All && library is not null ? $"{library}/{named}"
                : library ?? Value("OBJ");
        }
    }

    /// <summary>The library that it is restored to; null for the one it was saved from.</summary>
    public string? Target => Value("RSTLIB");

    /// <summary>The types of the objects; null for all.</summary>
    public string? ObjectTypes => Value("OBJTYPE") is { } types && types != All ? types : null;

    /// <summary>Parameters that no form has a field for, as they were typed: a device, a save file.</summary>
    public IReadOnlyList<string> Unread =>
    [
        .. Parameters.Where(parameter => !Read.Contains(parameter.Key.ToUpperInvariant()))
            .Select(parameter => $"{parameter.Key}({parameter.Value})"),
    ];

    /// <summary>Whether a place in the text lies within the command.</summary>
    public bool Holds(int place) => place >= Start && place < End;

    /// <returns>Null for a text without one.</returns>
    public static ClCommand? In(string text)
    {
        var match = Command().Match(text);
        if (!match.Success)
            return null;

        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string[] places = match.Groups["name"].Value.ToUpperInvariant() switch
        {
            "RSTLIB" => ["SAVLIB"],
            "SAVLIB" => ["LIB"],
            "RSTOBJ" => ["OBJ", "SAVLIB"],
            _ => ["OBJ", "LIB"],
        };
        foreach (var (place, value) in places.Zip(match.Groups["place"].Captures))
            parameters[place] = value.Value;
        foreach (var (keyword, value) in match.Groups["keyword"].Captures.Zip(match.Groups["value"].Captures))
            parameters[keyword.Value] = value.Value.Trim();
        return parameters.Count == 0 ? null : new(match.Index, match.Index + match.Length, parameters);
    }

    // Several values of one parameter are separated by blanks.
    private string? Value(string keyword) => Parameters.TryGetValue(keyword, out var value) && value.Length > 0
        ? string.Join(SaidName.Between, value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant()
        : null;

    [GeneratedRegex(
        """
            (?<![A-Za-z0-9/]) (?<name> (?i: RSTLIB | RSTOBJ | SAVLIB | SAVOBJ | SAVCHGOBJ ) ) (?![A-Za-z0-9(])
            (?: \s+ (?<place> [A-Z$#@*][A-Z0-9$#@_.*]* ) (?![A-Za-z0-9(]) ){0,2}
            (?: \s+ (?<keyword> [A-Za-z]+ ) \( (?<value> (?: [^()] | \( (?: [^()] | \( [^()]* \) )* \) )* ) \) )*
            """,
        RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Command();

    // FILEMBR((ORDHDR (JAN26)))
    [GeneratedRegex(@"^\(*\s*(?<file>[^\s()]+)\s+\(?\s*(?<member>[^\s()]+)")]
    private static partial Regex FileMember();
}
