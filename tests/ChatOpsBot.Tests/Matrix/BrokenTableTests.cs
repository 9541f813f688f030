using ChatOpsBot.Domain.Matrix;
using static ChatOpsBot.Tests.Matrix.PageReading;

namespace ChatOpsBot.Tests.Matrix;

public sealed class BrokenTableTests
{
    [Fact]
    public void A_missing_last_cell_is_an_empty_one_and_is_reported()
    {
        var matrix = Table("| Backups | Make them.");

        Assert.Equal(["Backups: Ibm"], matrix.Shape());
        Assert.Equal(["5: The row has 2 of 3 cells; the missing ones were read as empty."], matrix.Complaints());
    }

    [Fact]
    public void A_row_broken_inside_a_cell_is_read_as_one()
    {
        var matrix = Table("|General| Provide controls.|", "Provide options. | Set up firewalls. |", "| Next | a | b |");

        Assert.Equal(["General: Both", "Next: Both"], matrix.Shape());
        Assert.Equal("Provide controls.\nProvide options.", matrix.Rows[0].TextOf(Party.Ibm));
        Assert.Equal("Set up firewalls.", matrix.Rows[0].TextOf(Party.Client));
        Assert.Equal([6], matrix.Warnings.Select(warning => warning.Line));
    }

    [Fact]
    public void A_whole_row_that_lost_its_first_pipe_is_a_row() =>
        Assert.Equal(["One: Both", "Two: Both"], Table("| One | a | b |", "Two | c | d |").Shape());

    [Fact]
    public void A_full_stop_that_slipped_to_the_next_line_comes_back()
    {
        var matrix = Table("| Access | Restrict it. | See [the page](/docs/a)", ". |");

        Assert.Equal("See the page.", Assert.Single(matrix.Rows).TextOf(Party.Client));
    }

    [Fact]
    public void Cells_beyond_the_last_heading_are_kept()
    {
        var matrix = Table("| A | one | two | three |");

        Assert.Equal("two\nthree", Assert.Single(matrix.Rows).TextOf(Party.Client));
        Assert.Equal("5: The row has 4 cells under 3 headings; the last ones were read as one.", Assert.Single(matrix.Complaints()));
    }

    [Fact]
    public void An_escaped_pipe_does_not_end_a_cell() =>
        Assert.Equal(["Run a | b."], Cell(@"Run `a \| b`."));

    [Fact]
    public void Attribute_lines_are_not_rows()
    {
        var matrix = Table("| A | one | two |", "{: row-headers}", "{: caption=\"IBM | you\" caption-side=\"top\"}", "{: #table}");

        Assert.Equal(["A: Both"], matrix.Shape());
        Assert.Empty(matrix.Warnings);
    }

    [Fact]
    public void Text_right_below_a_table_is_not_a_row() =>
        Assert.Equal(["A: Both"], Table("| A | one | two |", "For more, see the manual.").Shape());

    [Theory]
    [InlineData("Role", "Description")]
    [InlineData("Step", "What you can do")]
    [InlineData("Plan", "User roles")]
    [InlineData("Types of tasks", "Description")]
    public void A_table_that_is_about_something_else_is_reported_and_not_read(string first, string second)
    {
        var matrix = Page($"# Page\n| {first} | {second} |\n|---|---|\n| Viewer | Sees things |");

        Assert.Empty(matrix.Rows);
        Assert.Contains(
            $"2: The table with the columns \"{first}\", \"{second}\" does not say who is responsible; it was not read.",
            matrix.Complaints());
    }

    [Theory]
    [InlineData("Types of tasks", "Description")]
    [InlineData("Role", "Descriptions")]
    public void Words_explained_under_the_heading_of_a_party_are_nobodys_duties(string first, string second)
    {
        var matrix = Page($"# Page\n## Your responsibilities\n| {first} | {second} |\n|---|---|\n| Changes | Tasks such as patching |");

        Assert.Empty(matrix.Rows);
        Assert.Contains(matrix.Complaints(), complaint => complaint.StartsWith("3: The table with the columns", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_cell_shifts_no_other_into_another_column()
    {
        var matrix = Table("| One | Do it.", "| Two || Do it. |", "| Three |", "| Four | a | b |");

        Assert.Equal(["One: Ibm", "Two: Client", "Three: None", "Four: Both"], matrix.Shape());
        Assert.Equal([5, 7, 7], matrix.Warnings.Select(warning => warning.Line));
    }

    [Fact]
    public void Rows_without_a_heading_are_reported() =>
        Assert.Contains("2: This looks like a row of a table, but no table begins above it.", Page("# Page\n| A | B | C |\n").Complaints());

    [Fact]
    public void Examples_in_code_and_comments_are_not_read()
    {
        const string AnyTable = "| Task | IBM | You |\n|---|---|---|\n| A | b | c |\n";

        var matrix = Page($"# Page\n```\n{AnyTable}```\n<!--\n{AnyTable}-->\n{AnyTable}");

        Assert.Equal(14, Assert.Single(matrix.Rows).Line);
    }
}
