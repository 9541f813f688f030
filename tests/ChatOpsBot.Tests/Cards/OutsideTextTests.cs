using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using CsCheck;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ChatOpsBot.Tests.Cards;

/// <summary>Text from outside stays text, whatever it holds.</summary>
public sealed class OutsideTextTests
{
    [Theory]
    [InlineData("**bold** _it_ ~~gone~~ `code`")]
    [InlineData("[click me](https://evil.example)")]
    [InlineData("<script>alert(1)</script> <b>x</b> <https://evil.example>")]
    [InlineData("# heading")]
    [InlineData("1. one")]
    [InlineData("- item")]
    [InlineData("---")]
    [InlineData("&lt;b&gt; &amp; R&D")]
    [InlineData(@"QSYS.LIB\*ALL \_")]
    [InlineData("    indented")]
    public void Markdown_in_a_text_block_means_nothing(string text) => Assert.Equal(text.Trim(), Drawn(text));

    [Fact]
    public void No_text_becomes_markup_in_a_text_block() =>
        Gen.String[Gen.Char["ab1 *_[]()<>`~#+-=.!&;\\{}|:/\"'"], 0, 40].Sample(text =>
            Assert.Equal(Words(text), Words(Drawn(text))));

    [Theory]
    [InlineData("{{DATE(2026-01-01T00:00:00Z, SHORT)}}")]
    [InlineData("a {{{ b")]
    public void Doubled_braces_are_parted_so_that_clients_do_not_read_them(string text)
    {
        Assert.DoesNotContain("{{", PlainText.Of(text), StringComparison.Ordinal);
        Assert.DoesNotContain("{{", (string?)new TextBlock(text).ToJson()["text"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_keeps_what_stands_in_braces() =>
        Assert.Equal("Restore ｛LIB｝ now", new Card { Summary = "Restore {LIB}\n\n now" }.Summary);

    [Fact]
    public void Direction_overrides_and_control_characters_are_left_out() =>
        Assert.Equal("abc", PlainText.Of("a\u202Eb\u2066\0c\u001b"));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 4, "abc…")]
    [InlineData("ab 👨‍👩‍👧 cd", 6, "ab…")]
    public void Long_text_is_cut_between_characters(string text, int length, string expected) =>
        Assert.Equal(expected, PlainText.Clip(text, length));

    [Fact]
    public void Cut_text_is_never_longer_than_allowed() =>
        Gen.Select(Gen.String, Gen.Int[1, 50]).Sample((text, length) => PlainText.Clip(text, length).Length <= length);

    // What a reader of markdown sees; anything but plain text makes it differ.
    private static string Drawn(string text)
    {
        var escaped = (string)new TextBlock(text).ToJson()["text"]!;
        var inlines = Markdown.Parse(escaped).OfType<ParagraphBlock>().SelectMany(paragraph => paragraph.Inline!);
        return string.Concat(inlines.Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            LineBreakInline => " ",
            _ => $"<{inline.GetType().Name}>",
        })).Replace("\u2060", "", StringComparison.Ordinal);
    }

    private static string Words(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
