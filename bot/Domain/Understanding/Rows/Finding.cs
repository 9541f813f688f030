using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>A row that a sentence touches.</summary>
internal sealed record Finding
{
    public required Row Row { get; init; }

    /// <summary>The duties meant; empty when the row as a whole is.</summary>
    public required IReadOnlyList<Duty> Duties { get; init; }

    public required Party Party { get; init; }

    public required double Score { get; init; }

    public required int FirstWord { get; init; }

    /// <summary>Position after the last word of it.</summary>
    public required int LastWord { get; init; }

    public required IReadOnlyList<string> Concepts { get; init; }
}
