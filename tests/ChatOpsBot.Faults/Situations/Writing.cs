using System.Text.RegularExpressions;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Faults.Situations;

/// <summary>What people have got, looked at for what came more than once.</summary>
internal static partial class Writing
{
    private const string Mark = "Sent again";

    /// <summary>Of messages that were posted: those that came again in silence, and how many say that they did.</summary>
    public static (IReadOnlyList<string> Doubled, int Marked) Repeats(IEnumerable<FakeChange> changes)
    {
        var all = changes
            .Where(change => change.Kind is FakeChangeKind.Posted)
            .Select(change => (Where: change.ConversationId.Split(';')[0], What: Words(change)))
            .ToList();
        var unmarked = all.Where(message => !IsMarked(message.What)).ToList();
        var doubled = unmarked.GroupBy(message => message).SelectMany(same => same.Skip(1)).Select(again => $"{again.Where}: {Short(again.What)}");
        return ([.. doubled], all.Count - unmarked.Count);
    }

    private static string Short(string text) => text.ReplaceLineEndings(" ") is { Length: > 150 } line ? line[..150] + "…" : text.ReplaceLineEndings(" ");

    private static bool IsMarked(string words) => words.Contains(Mark, StringComparison.Ordinal);

    // Of a card its first lines: the time on it may be another the second time.
    private static string Words(FakeChange change) => change.Content["attachments"]?[0]?["content"] is { } card
        ? IsMarked(CardPicture.Of(card)) ? Mark : Numbers().Replace(CardPicture.Of(card), "#")
        : Numbers().Replace((string?)change.Content["text"] ?? "", "#");

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}
