using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>Hello, thanks, who are you, goodbye: one short line each.</summary>
public sealed class SmallTalkTopic(WordsCatalog catalog) : ITopic
{
    public TurnResult? Answer(Turn turn) =>
        turn is { What: TurnInput.Message, Meaning: { Intent: Intent.SmallTalk, SmallTalk: { } kind and not SmallTalk.Human } }
            ? [new Reply.Say(catalog.In(turn.Language).SayOf("smalltalk", KeyOf(kind)))]
            : null;

    private static string KeyOf(SmallTalk kind) => kind switch
    {
        SmallTalk.Greeting => "greeting",
        SmallTalk.Thanks => "thanks",
        SmallTalk.WhoAreYou => "who_are_you",
        SmallTalk.Goodbye => "goodbye",
        SmallTalk.Complaint => "complaint",
        _ => "general",
    };
}
