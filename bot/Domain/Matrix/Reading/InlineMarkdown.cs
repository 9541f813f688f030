using System.Buffers;
using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>Takes the Markdown out of one line: emphasis, code signs, links (their text stays), pictures, entities, escapes.</summary>
internal static class InlineMarkdown
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("[]*_`&\\!<");
    private static readonly MarkdownPipeline CommonMark = new MarkdownPipelineBuilder().Build();

    public static string ToText(string line)
    {
        if (line.AsSpan().IndexOfAny(Signs) < 0)
            return line;

        try
        {
            return Markdown.Parse(line, CommonMark) is [ParagraphBlock { Inline: { } inlines }] ? Text(inlines) : line;
        }
        catch (ArgumentException)
        {
            // Markdig's answer to nesting without end; such a line is no text with Markdown in it.
            return line;
        }
    }

    private static string Text(ContainerInline inlines)
    {
        var text = new StringBuilder();
        var open = new Stack<Inline>(inlines.Reverse());
        while (open.TryPop(out var inline))
        {
            text.Append(Own(inline));
            if (inline is ContainerInline inner and not LinkInline { IsImage: true })
                foreach (var child in inner.Reverse())
                    open.Push(child);
        }

        return text.ToString();
    }

    private static string Own(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        AutolinkInline link => link.Url,
        HtmlInline tag => tag.Tag,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    };
}
