using Parlot;
using Parlot.Fluent;

namespace ChatOpsBot.Domain.Times.Grammar;

/// <summary>
/// A part of the grammar that is read once at each place of a text, in however many combinations it is tried there.
/// </summary>
internal sealed class Remembered<T>(Parser<T> part) : Parser<T>
{
    public override bool Parse(ParseContext context, ref ParseResult<T> result)
    {
        var cursor = context.Scanner.Cursor;
        var place = cursor.Position;
        var readings = ((SignContext)context).Readings;
        if (!readings.TryGetValue((this, place.Offset), out var known))
        {
            var isThere = part.Parse(context, ref result);
            readings[(this, place.Offset)] = new Outcome(isThere, result.Start, result.End, result.Value, cursor.Position);
            return isThere;
        }

        var before = (Outcome)known;
        if (before.IsThere)
            result.Set(before.Start, before.End, before.Value);
        cursor.ResetPosition(before.Cursor);
        return before.IsThere;
    }

    private sealed record Outcome(bool IsThere, int Start, int End, T Value, TextPosition Cursor);
}

/// <summary>One text while it is read.</summary>
internal sealed class SignContext(string signs) : ParseContext(new Scanner(signs))
{
    /// <summary>What a part of the grammar made of the text from a place on.</summary>
    public Dictionary<(object Part, int Place), object> Readings { get; } = [];
}
