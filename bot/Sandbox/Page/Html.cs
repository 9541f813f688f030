using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace ChatOpsBot.Sandbox.Page;

/// <summary>HTML from literals: whatever is filled in is encoded, unless it is HTML itself.</summary>
internal static class Html
{
    public static IHtmlContent Of(FormattableString html) =>
        new HtmlFormattableString(CultureInfo.InvariantCulture, html.Format, html.GetArguments());

    public static IHtmlContent All<T>(IEnumerable<T> items, Func<T, IHtmlContent> html)
    {
        var all = new HtmlContentBuilder();
        foreach (var item in items)
            all.AppendHtml(html(item));
        return all;
    }

    public static string Text(IHtmlContent html)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        html.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
