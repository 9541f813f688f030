namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>A part of a row that words are looked for in: its name, or one sentence of a duty.</summary>
/// <param name="Duty">Position of the duty in the row; <see cref="Name"/> for the name.</param>
/// <param name="Weights">The terms of the place, and how much each counts there.</param>
/// <param name="Verbs">Those of its terms that say what is done.</param>
/// <param name="Gives">It hands something over for the other side to act on: "Provide patches", "Make updates available".</param>
internal sealed record PagePlace(
    int Duty, IReadOnlyDictionary<int, double> Weights, IReadOnlySet<int> Verbs, bool Gives)
{
    public const int Name = -1;
}
