using System.Text;
using Microsoft.Bot.Schema;
using ChannelAccount = ChatOpsBot.Connector.Schema.ChannelAccount;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>
/// Reads what somebody wrote as plain text: without the markup of Teams, the mention of the bot and the space around it.
/// </summary>
internal static class MessageText
{
    public static ActivityPayload.Message Read(Activity activity)
    {
        var pieces = MessagePieces.Of(activity);
        var (text, order) = (Join(pieces), Join(WithoutCalls(pieces)));
        return new(text)
        {
            Order = order == text ? null : order,
            Files = SentFiles.In(activity),
            Mentioned = pieces.Where(piece => piece.Account is { Length: > 0 })
                .Select(piece => new ChannelAccount(piece.Account!, PlainCharacters.Of(piece.Text).Trim())).ToArray(),
        };
    }

    // "@Ben @ChatOps approve DR-1", "deliveries DR-1 @Ben": who is called at either end may have no part in what is said between.
    private static List<MessagePiece> WithoutCalls(List<MessagePiece> pieces)
    {
        var first = pieces.FindIndex(IsSaid);
        return first < 0 ? [] : pieces[first..(pieces.FindLastIndex(IsSaid) + 1)];

        static bool IsSaid(MessagePiece piece) => piece.Kind is MessagePieceKind.Words && !string.IsNullOrWhiteSpace(piece.Text);
    }

    // What is taken out leaves one space between the words around it.
    private static string Join(List<MessagePiece> pieces)
    {
        var text = new StringBuilder();
        var isCut = false;
        foreach (var piece in pieces)
        {
            var words = isCut ? piece.Text.TrimStart() : piece.Text;
            if (piece.Kind is MessagePieceKind.Markup)
            {
                isCut = true;
                continue;
            }

            if (isCut && words.Length > 0)
            {
                text.Length = text.ToString().TrimEnd().Length;
                text.Append(text.Length > 0 ? " " : "");
                isCut = false;
            }

            text.Append(words);
        }

        return PlainCharacters.Of(text.ToString()).Trim();
    }
}
