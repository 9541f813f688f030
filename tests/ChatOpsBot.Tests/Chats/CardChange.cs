using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Tests.Chats;

/// <summary>
/// What a card that replaces another one changes, in the notation of <c>ChatLines</c>. Together with the card before, it
/// gives every line of the card after, so a chat that shows only changes still compares whole cards.
/// </summary>
internal static partial class CardChange
{
    private const string Unchanged = "...";
    private const string New = "+ ";
    private const string Gone = "- ";

    /// <param name="before">What the person saw; null when nothing is known of it.</param>
    /// <returns>The changed lines, or the whole card when it has another title, or is mostly new.</returns>
    public static string Of(JsonNode? before, JsonNode after)
    {
        var whole = $"changes the card to {CardPicture.Of(after)}";
        if (before is null || CardPicture.Title(before) != CardPicture.Title(after))
            return whole;

        var lines = CardPicture.Of(after).Split('\n');
        List<string> changes = [.. Between(CardPicture.Of(before).Split('\n')[1..], lines[1..])];
        return IsMostlyNew(changes, lines.Length) ? whole : string.Join('\n', changes.Prepend($"updates the card {lines[0]}"));
    }

    private static bool IsMostlyNew(List<string> changes, int lines)
    {
        var changed = changes.Where(change => !change.StartsWith(Unchanged, StringComparison.Ordinal)).ToList();
        return changed.Count(change => !change.StartsWith(Gone, StringComparison.Ordinal)) * 2 > lines || changed.Count > lines;
    }

    private static IEnumerable<string> Between(string[] before, string[] after)
    {
        var common = Common(before, after);
        var (old, now) = (0, 0);
        while (old < before.Length || now < after.Length)
        {
            var (oldEnd, nowEnd) = (old, now);
            while ((oldEnd < before.Length || nowEnd < after.Length) && !AreSame(oldEnd, nowEnd))
            {
                if (nowEnd == after.Length || (oldEnd < before.Length && common[oldEnd + 1, nowEnd] >= common[oldEnd, nowEnd + 1]))
                    oldEnd++;
                else
                    nowEnd++;
            }

            List<string> changes = [.. Marked(before[old..oldEnd], after[now..nowEnd])];
            // A new line does not say where it stands, so the line above it does.
            if (now > 0)
                yield return changes is [['+', ..], ..] ? $"{Unchanged} {after[now - 1]}" : Unchanged;
            foreach (var change in changes)
                yield return change;

            (old, now) = (oldEnd, nowEnd);
            while (AreSame(old, now))
                (old, now) = (old + 1, now + 1);
            if (now > nowEnd && now == after.Length && old == before.Length)
                yield return Unchanged;
        }

        bool AreSame(int old, int now) => old < before.Length && now < after.Length && before[old] == after[now];
    }

    private static IEnumerable<string> Marked(string[] gone, string[] come)
    {
        var left = gone.ToList();
        var marked = come.Select(line => left.FindIndex(old => Subject(old) == Subject(line)) is var at and >= 0
            ? Without(left, at, line)
            : New + line).ToList();
        return left.Select(line => Gone + line).Concat(marked);
    }

    private static string Without(List<string> left, int at, string line)
    {
        left.RemoveAt(at);
        return line;
    }

    /// <summary>
    /// What a line is about: its label, without the sign before and the value behind. Rows of buttons are all about the same.
    /// </summary>
    private static string Subject(string line) => line is ['[', .., ']'] ? "[]" : Label().Match(line).Groups["label"].Value;

    /// <summary>The length of the longest common subsequence of what is left from each pair of lines on.</summary>
    private static int[,] Common(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var old = before.Length - 1; old >= 0; old--)
        {
            for (var now = after.Length - 1; now >= 0; now--)
            {
                common[old, now] = before[old] == after[now]
                    ? common[old + 1, now + 1] + 1
                    : Math.Max(common[old + 1, now], common[old, now + 1]);
            }
        }

        return common;
    }

    [GeneratedRegex(@"^(?:\[[ x]\] |[^\p{L}\[]+)?(?<label>[^:·,.\[]*)")]
    private static partial Regex Label();
}
