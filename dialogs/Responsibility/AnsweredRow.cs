using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>A row as the answer to a question: whose duty was asked for, and which.</summary>
/// <param name="Row">The row in the language of the answer.</param>
/// <param name="Asked">The side that comes first; <see cref="Party.Both"/> when both were asked for.</param>
/// <param name="Touched">The duties the question touches; empty when it asks about the whole row.</param>
public sealed record AnsweredRow(Row Row, Party Asked, IReadOnlyList<Duty> Touched)
{
    /// <summary>Whether it is as the person supposed.</summary>
    public Confirmation Confirms { get; init; }

    /// <summary>The row as an answer to what was understood.</summary>
    /// <param name="row">The row as it was understood, in whatever language.</param>
    /// <param name="translated">The same row in the language of the answer.</param>
    public static AnsweredRow Of(Meaning meaning, Row row, Row translated)
    {
        var touched = meaning.Duties.Where(row.Duties.Contains).ToList();
        var sides = touched.Aggregate(Party.None, (all, duty) => all | duty.Party);

        // Of several rows each may be another side's, whatever side they are together.
        var asked = meaning.Party is Party.None || (meaning.Rows.Count > 1 && sides is not Party.None) ? sides : meaning.Party;
        // A yes has to be true of every duty that is touched, and of the side that was understood.
        var carried = meaning.Supposed is Party.None ? Party.None : (sides is Party.None ? row.Party : sides) | (meaning.Party & row.Party);
        var confirms = Confirmations.Of(meaning.Supposed, carried);
        return Of(translated, confirms is Confirmation.None ? asked : carried) with
        {
            Confirms = confirms,
            Touched = [.. translated.Duties.Where(duty => touched.Any(other => other.Party == duty.Party && other.Number == duty.Number))],
        };
    }

    /// <summary>The whole row, with the side asked for first; a side that carries nothing of the row cannot come first.</summary>
    public static AnsweredRow Of(Row row, Party asked) =>
        new(row, (asked & row.Party) is var carried and not Party.None ? carried : row.Party, []);

    /// <summary>What the answer tells of a side: the touched duties where the side was asked for, else all it has.</summary>
    public IReadOnlyList<Duty> DutiesOf(Party side)
    {
        var touched = Touched.Where(duty => duty.Party == side).ToList();
        return Asked.HasFlag(side) && touched.Count > 0 ? touched : [.. Row.DutiesOf(side)];
    }
}
