using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>
/// Tells of the areas of responsibility that a page names and then leaves without a table: a person who asks about one would
/// otherwise hear nothing, as if it had been overlooked.
/// </summary>
internal static partial class EmptyAreas
{
    public static void Report(IEnumerable<(int Line, string Name)> headings, IReadOnlyList<Row> rows, WarningList warnings)
    {
        if (rows.Count == 0)
            return;

        var filled = rows.SelectMany(row => row.Section.Split(" / ")).ToHashSet();
        foreach (var (line, name) in headings.Where(heading => Area().IsMatch(heading.Name) && !filled.Contains(heading.Name)))
            warnings.Add(line, $"The section \"{name}\" has no table and no list of responsibilities.");
    }

    /// <summary>The five areas into which the provider divides the responsibilities of every service.</summary>
    [GeneratedRegex(
        "^(?:incident and operations management|change management|identity and access management|security and regulat\\w+ compliance|disaster recovery)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Area();
}
