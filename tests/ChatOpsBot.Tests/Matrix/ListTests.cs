using ChatOpsBot.Domain.Matrix;
using static ChatOpsBot.Tests.Matrix.PageReading;

namespace ChatOpsBot.Tests.Matrix;

public sealed class ListTests
{
    [Theory]
    [InlineData("**IBM responsibilities**\n", "**Your responsibilities**\n")]
    [InlineData("IBM's responsibilities:", "Your responsibilities:")]
    [InlineData("IBM is responsible for:", "The customer is responsible for the following tasks:")]
    [InlineData("**IBM responsibilities include the following:**", "**Client responsibilities:**")]
    [InlineData("### IBM's responsibilities\n{: #ibm}\n", "### Customer responsibilities\n")]
    public void Lists_below_a_line_that_names_the_party_make_a_row(string ibm, string client)
    {
        var matrix = Page($"# Page\n## Security\n{ibm}\n- Watch the [sites](/docs).\n- Encrypt\n  everything.\n\n{client}\n* Keep keys.\n");

        var row = Assert.Single(matrix.Rows);
        Assert.Equal(("Security", "Security", Party.Both), (row.Section, row.Task, row.Party));
        Assert.Equal("Watch the sites.\nEncrypt everything.", row.TextOf(Party.Ibm));
        Assert.Equal("Keep keys.", row.TextOf(Party.Client));
        Assert.Empty(matrix.Warnings);
    }

    [Fact]
    public void A_list_about_something_else_is_not_a_duty()
    {
        var matrix = Page("# Page\n## Access\nYour responsibilities:\n- Grant it.\n\nMisuse includes:\n- Malware\n## Locations\n- Dallas");

        Assert.Equal("Grant it.", Assert.Single(matrix.Rows).TextOf(Party.Client));
    }

    [Fact]
    public void An_item_that_names_its_task_and_whose_it_is_makes_a_row()
    {
        var matrix = Page("""
            # Page
            ## Operations
            - **Backups** - you are responsible for backups of your data.
            - Hardware: IBM is responsible for broken disks.
            * Access – Both you and IBM share the responsibility for access.
            - Hardware - you are responsible for ordering it.
            - Misuse - everything that is forbidden
            """);

        Assert.Equal(["Backups: Client", "Hardware: Both", "Access: Both"], matrix.Shape());
        Assert.All(matrix.Rows, row => Assert.Equal("Operations", row.Section));
        Assert.Equal("IBM is responsible for broken disks.", matrix.Rows[1].TextOf(Party.Ibm));
    }

    [Fact]
    public void A_party_without_a_list_is_reported() =>
        Assert.Contains(
            "3: A party is named here, but no list of its responsibilities follows.",
            Page("# Page\n## Access\nYour responsibilities:\n\n## Next").Complaints());

    [Fact]
    public void A_list_in_HTML_is_read_too() =>
        Assert.Equal(
            "Grant it.\nRevoke it.",
            Assert
                .Single(Page("# Page\n## Access\nYour responsibilities:\n<ul><li>Grant it.</li>\n  <li>Revoke it.</li></ul>").Rows)
                .TextOf(Party.Client));
}
