using System.Text;

namespace ChatOpsBot.Domain.Understanding.Text;

/// <summary>Names that differ from a typed one by a slip or two: a letter too many, too few, wrong, or two swapped.</summary>
public static class NearNames
{
    /// <param name="slips">How many slips may be between them: 1 or 2.</param>
    /// <returns>Those with the fewest slips, in their order; compared as they are written.</returns>
    public static IEnumerable<string> To(string typed, IEnumerable<string> names, int slips)
    {
        for (var distance = 1; distance <= slips; distance++)
        {
            if (names.Where(name => IsNear(typed, name, distance)).ToList() is { Count: > 0 } found)
                return found;
        }

        return [];
    }

    private static bool IsNear(string typed, string name, int slips) => HasPairs(typed) || HasPairs(name)
        ? IsNear<Rune>([.. typed.EnumerateRunes()], [.. name.EnumerateRunes()], slips)
        : IsNear<char>(typed, name, slips);

    // A letter beyond the first 65,536 is a pair of chars, and one slip all the same.
    private static bool HasPairs(string text) => text.AsSpan().ContainsAnyInRange('\ud800', '\udfff');

    private static bool IsNear<T>(ReadOnlySpan<T> typed, ReadOnlySpan<T> name, int slips)
        where T : IEquatable<T>
    {
        if (Math.Abs(typed.Length - name.Length) > slips)
            return false;

        var same = typed.CommonPrefixLength(name);
        typed = typed[same..];
        name = name[same..];
        if (typed.IsEmpty || name.IsEmpty || slips == 0)
            return typed.Length + name.Length <= slips;

        return IsNear(typed[1..], name[1..], slips - 1)
            || IsNear(typed[1..], name, slips - 1)
            || IsNear(typed, name[1..], slips - 1)
            || (IsSwapped(typed, name) && IsNear(typed[2..], name[2..], slips - 1));
    }

    private static bool IsSwapped<T>(ReadOnlySpan<T> typed, ReadOnlySpan<T> name)
        where T : IEquatable<T> =>
        typed.Length > 1 && name.Length > 1 && typed[0].Equals(name[1]) && typed[1].Equals(name[0]);
}
