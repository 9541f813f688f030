using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Bot.Schema;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>
/// Reads the HTML that Teams sends beside the text of a message, or in its place: emoji are pictures in it, and a quoted message is marked
/// as one.
/// </summary>
internal static class MessageHtml
{
    public const string ContentType = "text/html";

    private const string Quote = "blockquote[itemtype$='/Reply']";
    private const string Mention = "span[itemtype$='/Mention']";
    private const string Emoji = "img[itemtype$='/Emoji'][alt], emoji[alt]";
    private const string Lines = "p, div, li, tr";

    private static readonly HtmlParser Parser = new();

    /// <returns>Null where there is none.</returns>
    public static string? In(Activity activity) =>
        activity.Attachments?.FirstOrDefault(it => it?.ContentType is ContentType)?.Content is { } content
        && LenientText.Clean(content.ToString() ?? "") is { Length: > 0 } html
            ? html
            : null;

    public static bool HoldsQuote(string html)
    {
        if (!html.Contains("/Reply", StringComparison.Ordinal))
            return false;

        using var document = Parser.ParseDocument(html);
        return document.QuerySelector(Quote) is not null;
    }

    /// <summary>Without what it quotes; a mention stands as in a message's text, so that its entity finds it.</summary>
    public static string ToText(string html)
    {
        using var document = Parser.ParseDocument(html);
        foreach (var quote in document.QuerySelectorAll(Quote))
            quote.Remove();
        foreach (var emoji in document.QuerySelectorAll(Emoji))
            Replace(emoji, emoji.GetAttribute("alt")!, document);
        foreach (var mention in document.QuerySelectorAll(Mention))
            Replace(mention, $"<at>{mention.TextContent}</at>", document);
        foreach (var end in document.QuerySelectorAll("br"))
            Replace(end, "\n", document);
        foreach (var line in document.QuerySelectorAll(Lines))
            line.AppendChild(document.CreateTextNode("\n"));
        return document.Body?.TextContent ?? "";
    }

    private static void Replace(IElement element, string text, IHtmlDocument document) =>
        element.Parent?.ReplaceChild(document.CreateTextNode(text), element);
}
