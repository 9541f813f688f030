using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>What a person reads in a terminal where Teams would show messages and cards.</summary>
internal static class ReplyText
{
    public static string Of(IEnumerable<Reply> replies) => string.Join("\n\n", replies.Select(Of));

    private static string Of(Reply reply) => reply switch
    {
        Reply.Say say => say.Text,
        Reply.Notice notice => notice.Text,
        Reply.Show show => CardText.Of(show.Card),
        Reply.Replace replace => CardText.Of(replace.Card),
        _ => throw new InvalidOperationException($"No text is known for {reply.GetType().Name}."),
    };
}
