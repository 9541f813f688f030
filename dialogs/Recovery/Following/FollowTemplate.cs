using ChatOpsBot.Dialogs.Conversation;
namespace ChatOpsBot.Dialogs.Recovery.Following;

/// <summary>A way to say something about following: words, with a place for what is followed among them or none.</summary>
internal sealed record FollowTemplate(SubscriptionAction Action, string Language, string Lead, string? End, bool NeedsEvents)
{
    private const string Place = "{what}";

    public static FollowTemplate Of(string said, SubscriptionAction wish, string language, bool needsEvents) =>
        said.IndexOf(Place, StringComparison.Ordinal) is >= 0 and var at
            ? new(wish, language, said[..at], said[(at + Place.Length)..], needsEvents)
            : new(wish, language, said, null, needsEvents);

    /// <summary>What stands in the place; empty for words without one, null where the sentence is another.</summary>
    public string? Fit(string sentence)
    {
        if (End is null)
            return string.Equals(sentence, Lead, StringComparison.OrdinalIgnoreCase) ? "" : null;

        return sentence.Length > Lead.Length + End.Length
            && sentence.StartsWith(Lead, StringComparison.OrdinalIgnoreCase) && sentence.EndsWith(End, StringComparison.OrdinalIgnoreCase)
            ? sentence[Lead.Length..^End.Length].Trim()
            : null;
    }
}
