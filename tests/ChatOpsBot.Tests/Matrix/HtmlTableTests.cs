using ChatOpsBot.Domain.Matrix;
using static ChatOpsBot.Tests.Matrix.PageReading;

namespace ChatOpsBot.Tests.Matrix;

public sealed class HtmlTableTests
{
    [Fact]
    public void An_HTML_table_reads_like_a_Markdown_one()
    {
        var matrix = Page("""
            # Page
            ## Shipping
              <table>
              <thead><tr><th>Task</th><th>IBM responsibilities</th><th>Your responsibilities</th></tr></thead>
              <tbody>
                <tr><td rowspan="2"><b>Device</b></td><td>Send
                  it.</td><td><ul><li>Copy data.</li><li>Return it.</li></ul></td></tr>
                <tr><td></td><td>Keep the key.</td></tr>
                <tr><td>Erasing</td><td>Erase &amp; check.</td><td>N/A</td></tr>
              </tbody></table>

            After it.
            """);

        Assert.Equal(["Device: Both", "Device: Client", "Erasing: Ibm"], matrix.Shape());
        Assert.Equal("Send it.", matrix.Rows[0].TextOf(Party.Ibm));
        Assert.Equal("Copy data.\nReturn it.", matrix.Rows[0].TextOf(Party.Client));
        Assert.Equal("Keep the key.", matrix.Rows[1].TextOf(Party.Client));
        Assert.Equal((9, "Erase & check."), (matrix.Rows[2].Line, matrix.Rows[2].TextOf(Party.Ibm)));
        Assert.Empty(matrix.Warnings);
    }

    [Fact]
    public void A_cell_that_reaches_over_rows_shifts_no_other_into_its_column()
    {
        var matrix = Page("""
            # Page
            <table>
            <tr><th>Task</th><th>IBM responsibilities</th><th>Your responsibilities</th></tr>
            <tr><td>Send</td><td rowspan="2">Carry the device.</td><td>Pack it.</td></tr>
            <tr><td>Return</td><td>Unpack it.</td></tr>
            </table>
            """);

        Assert.Equal(["Send: Both", "Return: Both"], matrix.Shape());
        Assert.Equal(("Carry the device.", "Unpack it."), (matrix.Rows[1].TextOf(Party.Ibm), matrix.Rows[1].TextOf(Party.Client)));
    }

    [Fact]
    public void Both_lists_may_stand_in_one_cell()
    {
        var row = Assert.Single(Page("""
            # Page
            <table>
              <thead><th colspan=2>Responsibilities by type</th></thead>
              <tr>
              <td><img src="a.svg" alt="An icon"/><br>Cloud infrastructure</td>
              <td>
              **IBM responsibilities**:
              <ul><li>Set up [networks](/docs).</li>
              <li>Repair.</li></ul>
              <br><br>
              **Your responsibilities**:
              <ul><li>Adjust capacity.</li></ul>
              </td></tr>
            </table>
            """).Rows);

        Assert.Equal(("Cloud infrastructure", Party.Both), (row.Task, row.Party));
        Assert.Equal("Set up networks.\nRepair.", row.TextOf(Party.Ibm));
        Assert.Equal("Adjust capacity.", row.TextOf(Party.Client));
    }

    [Fact]
    public void A_table_that_never_ends_is_read_and_reported()
    {
        var matrix = Page("# Page\n<table><tr><th>Task</th><th>IBM</th><th>You</th></tr>\n<tr><td>A</td><td>b</td><td>c");

        Assert.Equal(["A: Both"], matrix.Shape());
        Assert.Equal(["2: The table that begins here is never closed."], matrix.Complaints());
    }
}
