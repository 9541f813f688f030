using ChatOpsBot.Domain.Matrix;
using static ChatOpsBot.Tests.Matrix.PageReading;

namespace ChatOpsBot.Tests.Matrix;

public sealed class TaskTableTests
{
    [Theory]
    [InlineData("| Task | IBM Responsibilities | Your Responsibilities |")]
    [InlineData("| Task | {{site.data.keyword.IBM_notm}} responsibilities | Your responsibilities |")]
    [InlineData("| Task | {{site.data.keyword.cloud_notm}} responsibilities | Your responsibilities |")]
    [InlineData("|  | IBM Responsibilities | Your Responsibilities |")]
    [InlineData("| Resource | How IBM helps | What you can do |")]
    [InlineData("| Item | [IBM responsibilities](#ibm) | **Your responsibilities** |")]
    [InlineData("| Area | IBM | Customer |")]
    [InlineData("| Task | Event Streams responsibilities | Your responsibilities |")]
    [InlineData("Task | IBM responsibilities | Client responsibilities")]
    public void Every_way_to_name_the_columns_is_understood(string headings)
    {
        var row = Assert.Single(Page($"# Page\n## Backups\n{headings}\n|:---|:---:|---|\n| Daily | Back up. | Check. |").Rows);

        Assert.Equal(("Backups", "Daily", "Back up.", "Check."), (row.Section, row.Task, row.TextOf(Party.Ibm), row.TextOf(Party.Client)));
    }

    [Fact]
    public void A_mark_in_a_column_makes_the_task_its_partys()
    {
        var matrix = Table(
            "| Install PTFs | ✔ | |",
            "| Approve the window | – | &#10003; |",
            "| Plan capacity | ✅ | ☑️ |",
            "| Order hardware | Yes | No |",
            "| Test the restore | X | **x** |",
            "| Patch the firmware | ![Checkmark icon](icons/checkmark.svg) | ✗ |",
            "| Nobody's | No | - |");

        Assert.Equal(
            [
                "Install PTFs: Ibm", "Approve the window: Client", "Plan capacity: Both", "Order hardware: Ibm", "Test the restore: Both",
                "Patch the firmware: Ibm", "Nobody's: None",
            ],
            matrix.Shape());
        Assert.All(matrix.Rows, row => Assert.Empty(row.Duties));
        Assert.Equal(["11: \"Nobody's\" names no duty of anybody."], matrix.Complaints());
    }

    [Theory]
    [InlineData("✔ Daily", "Daily", Party.Both)]
    [InlineData("✅ Patch the firmware. \\n Report it.", "Patch the firmware.\nReport it.", Party.Both)]
    [InlineData("Yes, every night", "every night", Party.Both)]
    [InlineData("X (on request)", "(on request)", Party.Both)]
    [InlineData("Weekly ✔️", "Weekly", Party.Both)]
    [InlineData("✘ Done by your administrators", "Done by your administrators", Party.Client)]
    [InlineData("No, you do this", "you do this", Party.Client)]
    [InlineData("No single point of failure is left.", "No single point of failure is left.", Party.Both)]
    [InlineData("X.509 certificates are issued.", "X.509 certificates are issued.", Party.Both)]
    public void A_mark_may_have_words_beside_it(string cell, string text, Party party)
    {
        var row = Assert.Single(Table($"| Backups | {cell} | Check them. |").Rows);

        Assert.Equal((text, party), (row.TextOf(Party.Ibm), row.Party));
    }

    [Theory]
    [InlineData("IBM N/A")]
    [InlineData("{{site.data.keyword.IBM_notm}}: not applicable.")]
    [InlineData("None")]
    [InlineData("(None)")]
    [InlineData("None. IBM does not look into your data.")]
    [InlineData("None, you do all of it.")]
    [InlineData("None - you run this yourself")]
    [InlineData("Not required.")]
    [InlineData(":x:")]
    [InlineData("<img src=\"no.svg\" alt=\"Cross mark icon\">")]
    public void A_cell_that_says_nothing_is_to_do_is_no_duty(string cell)
    {
        var row = Assert.Single(Table($"| Keys | {cell} | Keep them. |").Rows);

        Assert.Equal(Party.Client, row.Party);
        Assert.Empty(row.DutiesOf(Party.Ibm));
    }

    [Fact]
    public void The_columns_may_stand_in_another_order()
    {
        var row = Assert.Single(Page("""
            # Page
            | Feature | Your Responsibility | IBM's Responsibility |
            | --- | --- | --- |
            | Keys | Distribute keys | Generate keys |
            """).Rows);

        Assert.Equal(("Generate keys", "Distribute keys"), (row.TextOf(Party.Ibm), row.TextOf(Party.Client)));
    }

    [Fact]
    public void The_party_is_told_by_the_cells_that_hold_a_duty()
    {
        var matrix = Table(
            "| One | Do it. | |",
            "| Two |  | Do it. |",
            "| Three | Do it. | Do it too. |",
            "| Four | `N/A` | Not applicable |");

        Assert.Equal(["One: Ibm", "Two: Client", "Three: Both", "Four: None"], matrix.Shape());
        Assert.Equal(["8: \"Four\" names no duty of anybody."], matrix.Complaints());
    }

    [Theory]
    [InlineData("IBM never touches your master key.")]
    [InlineData("IBM is not responsible for backup of your data.")]
    [InlineData("{{site.data.keyword.IBM_notm}} does not have access to perform upgrades.")]
    [InlineData("None. You are fully responsible for this.")]
    [InlineData("No action required")]
    [InlineData("- No change management responsibilities")]
    [InlineData("It is not IBM's responsibility to rotate keys.")]
    [InlineData("PE will not support this at this time, but an announcement will be made.")]
    public void A_cell_that_denies_a_duty_is_kept_and_is_no_duty(string cell)
    {
        var row = Assert.Single(Table($"| Keys | {cell} | Keep them. |").Rows);

        Assert.Equal(Party.Client, row.Party);
        Assert.NotNull(row.TextOf(Party.Ibm));
        Assert.Empty(row.DutiesOf(Party.Ibm));
    }

    [Theory]
    [InlineData("IBM does not have access but provides the ability to set policies.")]
    [InlineData("IBM does not manage this. Provide tools for it.")]
    [InlineData("Nobody logs in. No action is taken without you.")]
    [InlineData("Note errors and report them.")]
    public void A_denial_with_a_promise_in_it_is_a_duty(string cell) =>
        Assert.Equal(Party.Both, Assert.Single(Table($"| Keys | {cell} | Keep them. |").Rows).Party);

    [Fact]
    public void A_row_without_a_name_is_one_more_of_the_name_above_it()
    {
        var matrix = Table("| Data | Give tools. | Read logs. |", "| | | Renew certificates. |", "| | Sign them. |  |");

        Assert.Equal(["Data: Both", "Data: Client", "Data: Ibm"], matrix.Shape());
        Assert.Equal([5, 6, 7], matrix.Rows.Select(row => row.Line));
        Assert.Empty(matrix.Warnings);
    }

    [Fact]
    public void A_column_that_names_no_party_is_reported()
    {
        var matrix = Page("""
            # Page
            | Task | Description | IBM responsibilities | Your responsibilities |
            |---|---|---|---|
            | A | What it is | Do it. | |
            """);

        Assert.Equal(["A: Ibm"], matrix.Shape());
        Assert.Equal(["2: The column \"Description\" names no party and was not read."], matrix.Complaints());
    }

    [Fact]
    public void A_table_without_a_column_for_the_task_is_called_like_its_section() =>
        Assert.Equal(["Backups: Both"], Page("# Page\n## Backups\n| IBM | You |\n|---|---|\n| Make them. | Check them. |").Shape());

    [Fact]
    public void Text_of_a_template_is_no_duty()
    {
        var matrix = Table(
            "| Task 1 | {{site.data.keyword.IBM_notm}} responsibility description | Customer responsibility description |",
            "| Logs | IBM responsibility description | Read them. |");

        Assert.Equal(["Logs: Client"], matrix.Shape());
        Assert.Equal([5, 6], matrix.Warnings.Select(warning => warning.Line));
    }
}
