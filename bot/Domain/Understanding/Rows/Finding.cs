using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>A row that a sentence touches.</summary>
internal sealed record Finding
{
    public required Row Row { get; init; }

    /// <summary>Rows of the same name that are meant along with it: the areas of a grid page when the sentence names none.</summary>
    public IReadOnlyList<Row> Beside { get; init; } = [];

    /// <summary>The duties meant; empty when the row as a whole is.</summary>
    public required IReadOnlyList<Duty> Duties { get; init; }

    public required Party Party { get; init; }

    public required double Score { get; init; }

    /// <summary>How much of the words asked the row has, from 0 to 1.</summary>
    public double Share { get; init; } = 1;

    public required int FirstWord { get; init; }

    /// <summary>Position after the last word of it.</summary>
    public required int LastWord { get; init; }

    public required IReadOnlyList<string> Concepts { get; init; }

    /// <summary>Which question of the sentence it answers, from 0: "who restores, and who declares?" asks two.</summary>
    public int Question { get; init; }

    /// <summary>Findings of one row in several questions as one.</summary>
    public static Finding Join(IEnumerable<Finding> findings)
    {
        var all = findings.OrderByDescending(finding => finding.Score).ToList();
        return all.Count == 1 ? all[0] : all[0] with
        {
            Duties = all.Any(finding => finding.Duties.Count == 0) ? [] : [.. all.SelectMany(finding => finding.Duties).Distinct()],
            Party = all.Aggregate(Party.None, (party, finding) => party | finding.Party),
        };
    }
}
