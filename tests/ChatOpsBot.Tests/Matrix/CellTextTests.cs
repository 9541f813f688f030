using static ChatOpsBot.Tests.Matrix.PageReading;

namespace ChatOpsBot.Tests.Matrix;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("One.<br><br>Two.")]
    [InlineData("One.<br/>Two.")]
    [InlineData(@"One.  \n Two.")]
    [InlineData(@"\n - One. \n\n - Two.")]
    [InlineData(@"* One.  \n * Two.")]
    [InlineData(@"1. One. \n 2. Two.")]
    [InlineData("<ul><li>One.</li><li>Two.</li></ul>")]
    [InlineData("<ul><li>One.<ul><li>Two.</li></ul></li></li></ul>")]
    [InlineData("<p>One.</p>Two.")]
    public void A_statement_ends_where_the_page_breaks_the_line(string cell) =>
        Assert.Equal(["One.", "Two."], Cell(cell));

    [Theory]
    [InlineData("See [the page](/docs/a?topic=b#c){: external}.", "See the page.")]
    [InlineData("See <a href=\"/docs\">the page</a> <img src=\"x.svg\" alt=\"link\">.", "See the page.")]
    [InlineData("Use the [API ![External link icon](launch.svg \"icon\")](https://a.example), please", "Use the API, please")]
    [InlineData("Run **this** and _that_ with `code` <code>more</code>", "Run this and that with code more")]
    [InlineData("Back up Q&amp;A &lt;all&gt;", "Back up Q&A <all>")]
    [InlineData("Replace <cluster_name> by yours", "Replace <cluster_name> by yours")]
    [InlineData("Shared [^tabletext-1]", "Shared")]
    [InlineData("`Restore the service` `[*]`", "Restore the service [*]")]
    [InlineData("GET /flows/{id} costs < 5 ms", "GET /flows/{id} costs < 5 ms")]
    [InlineData(@"Keep C:\new as it is", @"Keep C:\new as it is")]
    [InlineData("MQ_queue_name stays 2 * 3 * 4", "MQ_queue_name stays 2 * 3 * 4")]
    [InlineData("See <https://a.example/b>", "See https://a.example/b")]
    public void Markup_goes_and_the_words_stay(string cell, string text) =>
        Assert.Equal([text], Cell(cell));

    [Theory]
    [InlineData("{{site.data.keyword.IBM_notm}} and {{site.data.keyword.IBM}}", "IBM and IBM")]
    [InlineData("{{site.data.keyword.cloud_notm}}, {{site.data.keyword.Bluemix}}", "IBM Cloud, IBM Cloud")]
    [InlineData("Open {{site.data.keyword.messagehub_full}} now", "Open Messagehub now")]
    [InlineData("Open {{site.data.keyword.cos_full_notm}} now", "Open COS now")]
    [InlineData("Open {{site.data.keyword.powerSysFull}} now", "Open Power Sys now")]
    public void A_variable_gets_a_readable_name(string cell, string text) =>
        Assert.Equal([text], Cell(cell));

    [Fact]
    public void A_name_that_had_to_be_guessed_is_reported_once()
    {
        var matrix = Table(
            "| {{site.data.keyword.abc}} | {{site.data.keyword.abc}} | {{site.data.keyword.IBM}} |", "| b | {{site.data.keyword.abc}} | |");

        Assert.Equal(["5: The page names something only as the variable \"abc\"; it is read as \"ABC\"."], matrix.Complaints());
    }

    [Theory]
    [InlineData("**Compliance**", "Compliance")]
    [InlineData("`Archive logs`", "Archive logs")]
    [InlineData("[Data](#data)", "Data")]
    [InlineData("<ul><li>Host</li><li>Back up</li></ul>", "Host; Back up")]
    public void The_name_of_a_row_is_plain_text(string cell, string name) =>
        Assert.Equal(name, Assert.Single(Table($"| {cell} | a | b |").Rows).Task);
}
