using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>Turns the HTML in a cell into lines of text. Markdown in it stays as it is.</summary>
internal static partial class CellHtml
{
    private static readonly HtmlParser Parser = new();

    public static string ToLines(string cell)
    {
        if (!cell.Contains('<'))
            return cell;

        using var document = Parser.ParseDocument("<body>" + Autolink().Replace(cell, "$1"));
        var text = new StringBuilder();
        for (var node = document.Body?.FirstChild; node is not null; node = Next(node, document.Body!, text))
            Enter(node, text);
        return text.ToString();
    }

    /// <summary>The next node in page order. Without recursion: a page may nest deeper than the stack reaches.</summary>
    private static INode? Next(INode node, INode top, StringBuilder text)
    {
        if (node.FirstChild is { } child)
            return child;

        for (INode? left = node; left is not null && left != top; left = left.Parent)
        {
            Leave(left, text);
            if (left.NextSibling is { } next)
                return next;
        }

        return null;
    }

    private static void Enter(INode node, StringBuilder text)
    {
        if (node is IText words)
            text.Append(words.Data);
        else if (BreaksLine(node))
            text.Append('\n');
        else if (node is IHtmlUnknownElement placeholder)
            text.Append('<').Append(placeholder.LocalName).Append('>');
    }

    private static void Leave(INode node, StringBuilder text)
    {
        if (BreaksLine(node))
            text.Append('\n');
    }

    private static bool BreaksLine(INode node) =>
        node is IHtmlBreakRowElement or IHtmlListItemElement or IHtmlUnorderedListElement or IHtmlOrderedListElement
            or IHtmlParagraphElement or IHtmlDivElement;

    [GeneratedRegex(@"<(https?://[^<>\s]+)>")]
    private static partial Regex Autolink();
}
