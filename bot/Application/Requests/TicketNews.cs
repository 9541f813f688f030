using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Requests;

/// <summary>What is new in a ticket beside what a request knows of it.</summary>
internal static class TicketNews
{
    /// <summary>In characters: more than a card shows; the whole stands at the desk.</summary>
    private const int LongestNote = 2_000;

    /// <summary>The ticket as a request keeps it: with the desk's words since it was seen last, or those that it knows.</summary>
    /// <param name="known">Null for one that was just opened.</param>
    public static FiledTicket Of(FiledTicket? known, FiledTicket now, IReadOnlyList<DeskComment> comments)
    {
        var fresh = comments.Where(comment => IsNew(comment, known)).OrderBy(comment => comment.At).ToList();
        return fresh.Count == 0
            ? now with { Note = known?.Note ?? now.Note, NotedAt = known?.NotedAt ?? now.NotedAt }
            : now with { Note = Joined(fresh), NotedAt = fresh[^1].At };
    }

    // A ticket of the version before knows its note, and not when it was written.
    private static bool IsNew(DeskComment comment, FiledTicket? known) => known switch
    {
        null => true,
        // Some desks write whole seconds.
        { NotedAt: { } seen } => comment.At > seen
            || (comment.At == seen && known.Note?.Contains(comment.Text, StringComparison.Ordinal) != true),
        { Note: { } note } => comment.Text != note && comment.At >= known.Changed,
        _ => true,
    };

    private static string Joined(List<DeskComment> fresh)
    {
        var text = string.Join("\n\n", fresh.Select(comment => comment.Text));
        return text.Length <= LongestNote ? text : string.Concat(text.AsSpan(0, LongestNote - 1), "…");
    }
}
