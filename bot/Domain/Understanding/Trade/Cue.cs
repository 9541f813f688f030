using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Domain.Understanding.Trade;

/// <summary>Concepts that, said together, point at one duty or at a row as a whole.</summary>
/// <param name="Task">Row the cue points at.</param>
/// <param name="Party">Column of the duty; <see cref="Party.Both"/> for the row as a whole.</param>
/// <param name="Number">Place of the duty in its cell, from 1; 0 for the row as a whole.</param>
internal sealed record Cue(string Task, Party Party, int Number, IReadOnlyList<string> Concepts)
{
    public bool IsWholeRow => Number == 0;
}
