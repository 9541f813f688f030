using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.Recovery.Following;

/// <summary>A way to say something about following: words, with a place for what is followed among them or none.</summary>
internal sealed record FollowTemplate(SubscriptionAction Action, string Language, SentenceTemplate Said, bool NeedsEvents)
{
    private const string Place = "{what}";

    public static FollowTemplate Of(string said, SubscriptionAction wish, string language, bool needsEvents) =>
        new(wish, language, SentenceTemplate.Of(said, Place), needsEvents);
}
