using System.Diagnostics;
using ChatOpsBot.Domain.Matrix;
using CsCheck;
using static ChatOpsBot.Tests.Matrix.PageReading;

namespace ChatOpsBot.Tests.Matrix;

public sealed class WildPageTests
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        "\n",
        "\n\n",
        "|",
        "\\|",
        "---",
        "|---|---|---|\n",
        "# ",
        "## ",
        "| Task | IBM | You |\n|---|---|---|\n",
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "<ul><li>",
        "</ul>",
        "<br>",
        "\\n",
        "[",
        "](",
        ")",
        "**",
        "_",
        "`",
        "```",
        "<!--",
        "-->",
        "{{",
        "site.data.keyword.x",
        "}}",
        "{: caption",
        "- ",
        "* ",
        "1. ",
        "IBM responsibilities:",
        "You",
        "Shared",
        "N/A",
        "---\n",
        "lastupdated: ",
        "&amp;",
        "\0",
        "\r",
        "\uFEFF");

    [Fact]
    public void Pieces_of_pages_in_any_order_never_throw() =>
        Gen.OneOf(Piece, Gen.String[0, 20]).Array[0, 120].Select(string.Concat).Sample(ReadsSoundly, iter: 3_000);

    [Fact]
    public void Anything_at_all_never_throws() =>
        Gen.Byte.Array[0, 4_000].Select(System.Text.Encoding.Latin1.GetString).Sample(ReadsSoundly, iter: 500);

    [Theory]
    [InlineData("x")]
    [InlineData("\0")]
    [InlineData("| a | b | c |\n")]
    [InlineData("| Task | IBM | You |\n|---|---|---|\n| a | b | c |\n\n")]
    [InlineData("## Change management\n")]
    [InlineData("<table>")]
    [InlineData("<table>\n<tr><td>\n")]
    [InlineData("<!--")]
    [InlineData("```\n")]
    [InlineData("- [")]
    [InlineData("IBM responsibilities:\n- {{site.data.keyword.x}}\n")]
    public void Ten_million_characters_take_no_more_than_a_moment(string piece)
    {
        var page = "# Page\n" + string.Concat(Enumerable.Repeat(piece, 10_000_000 / piece.Length));
        var clock = Stopwatch.StartNew();

        var matrix = MatrixReader.Read(page);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.InRange(matrix.Warnings.Count, 1, 101);
        Assert.StartsWith("The page is longer than", matrix.Warnings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("**a")]
    [InlineData("<ul><li>")]
    [InlineData("<b>")]
    [InlineData("<p><a>")]
    [InlineData("&")]
    [InlineData("![](")]
    [InlineData("\\n")]
    public void Nesting_without_end_in_a_cell_never_throws(string piece) =>
        ReadsSoundly(
            $"# Page\n| Task | IBM | You |\n|---|---|---|\n| A | {string.Concat(Enumerable.Repeat(piece, 18_000 / piece.Length))} x | b |");

    [Fact]
    public void A_hundred_thousand_broken_rows_yield_a_hundred_complaints()
    {
        var matrix = Table([.. Enumerable.Range(0, 100_000).Select(i => $"| {i}")]);

        Assert.Equal(101, matrix.Warnings.Count);
        Assert.EndsWith("more places were not understood.", matrix.Warnings[^1].Message, StringComparison.Ordinal);
    }

    private static void ReadsSoundly(string page)
    {
        var matrix = MatrixReader.Read(page);

        Assert.All(matrix.Rows, row => Assert.InRange(row.Line, 1, page.Length + 1));
        Assert.All(matrix.Rows.SelectMany(row => row.Duties), duty => Assert.DoesNotContain('\n', duty.Text));
        Assert.True(matrix.Rows.Count > 0 || matrix.Warnings.Count > 0);
    }
}
