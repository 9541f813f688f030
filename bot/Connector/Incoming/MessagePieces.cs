using System.Net;
using System.Text.RegularExpressions;
using ChatOpsBot.Connector.Schema;
using Microsoft.Bot.Schema;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>
/// Takes a message apart. Only what an entity points to is markup (Teams documentation, "Channel and group chat conversations"); all else
/// is the sender's own words, whatever they look like, and the name in a mention can be edited by the sender.
/// </summary>
internal static partial class MessagePieces
{
    /// <returns>The pieces in order; together they are the whole message.</returns>
    public static List<MessagePiece> Of(Activity activity)
    {
        var html = MessageHtml.In(activity);
        // What older clients quote stands in the text without a mark; the HTML says where it ends.
        var isHtml = html is not null && (string.IsNullOrWhiteSpace(activity.Text) || MessageHtml.HoldsQuote(html));
        return isHtml
            ? Cut(MessageHtml.ToText(html!), activity, decode: text => text)
            : Cut(activity.Text ?? "", activity, decode: text => WebUtility.HtmlDecode(text));
    }

    private static List<MessagePiece> Cut(string text, Activity activity, Func<string, string> decode)
    {
        List<MessagePiece> pieces = [];
        var at = 0;
        foreach (var (start, length, piece) in Marks(text, activity, decode).OrderBy(mark => mark.Start))
        {
            if (start < at)
                continue;

            pieces.Add(new(decode(text[at..start]), MessagePieceKind.Words));
            pieces.Add(piece);
            at = start + length;
        }

        pieces.Add(new(decode(text[at..]), MessagePieceKind.Words));
        return pieces;
    }

    private static IEnumerable<(int Start, int Length, MessagePiece Piece)> Marks(
        string text, Activity activity, Func<string, string> decode)
    {
        var entities = activity.Entities ?? [];
        // One entity stands for one place in the text: a second, equal piece has its own entity or is the sender's own words.
        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entity in entities)
        {
            if (entity is not { Type: "mention" } || SdkFields.Text(entity.Properties, "text") is not { Length: > 0 } written)
                continue;

            var start = text.IndexOf(written, next.GetValueOrDefault(written), StringComparison.Ordinal);
            if (start < 0)
                continue;

            next[written] = start + written.Length;
            var account = SdkFields.Text(entity.Properties["mentioned"], "id");
            var isBot = activity.Recipient?.Id is { Length: > 0 } bot && account == bot;
            yield return (start, written.Length, isBot
                ? new("", MessagePieceKind.Markup)
                : new(decode(Tag().Replace(written, "")), MessagePieceKind.Colleague, account));
        }

        foreach (var mark in QuoteMark().Matches(text).Take(entities.Count(entity => entity is { Type: "quotedReply" })))
            yield return (mark.Index, mark.Length, new("", MessagePieceKind.Markup));
    }

    [GeneratedRegex("</?at\\b[^<>]*>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tag();

    [GeneratedRegex("<quoted\\b[^<>]*>(?:\\s*</quoted>)?", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex QuoteMark();
}
