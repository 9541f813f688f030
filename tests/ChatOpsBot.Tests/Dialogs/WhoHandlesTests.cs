using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Tests.Dialogs;

public sealed class WhoHandlesTests
{
    private const string Dr = "Disaster Recovery (Optional Add-on)";

    [Fact]
    public void The_side_asked_for_comes_first_then_the_other_then_the_source()
    {
        const string Expected = """
            ● You do this
            Monitoring
            • Watch the message queues for messages that concern your applications.
            ◆ IBM's part
            • Watch whether each IBM i LPAR is available, and resolve whatever affects that.
            • Watch the network connectivity of the LPARs, and resolve whatever disturbs it.
            Source: row “Monitoring”, section “Operations Management”, page dated 28 October 2024
            [Whole row]
            [Whole matrix]
            [Page on cloud.ibm.com] https://cloud.ibm.com/docs/ibmi-managed-powervs?topic=ibmi-managed-powervs-responsibilities
            """;

        Assert.Equal(Expected, new Chat().Says(Meant.Who(Party.Client, "Monitoring")).Text);
    }

    [Fact]
    public void A_German_gets_the_same_answer_in_German()
    {
        var chat = new Chat("de").Says(Meant.Who(Party.Ibm, "Updates/Patching"));

        Assert.StartsWith("◆ Das übernimmt IBM\nUpdates/Patching\n• PTFs für das Betriebssystem", chat.Text, StringComparison.Ordinal);
        Assert.Contains("Seite vom 28. Oktober 2024", chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_duty_asked_about_is_told_of_the_side_asked_for()
    {
        var text = new Chat().Says(Meant.WhoDoes("Security", Party.Ibm, 2)).Text;

        Assert.Contains("Scan the environment for vulnerabilities", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SIEM", text, StringComparison.Ordinal);
        Assert.Contains("Secure access at the application layer", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_duty_asked_about_is_found_in_the_other_language() =>
        Assert.Contains("Schwachstellen", new Chat("de").Says(Meant.WhoDoes("Security", Party.Ibm, 2)).Text, StringComparison.Ordinal);

    [Fact]
    public void The_notification_carries_the_summary() => Assert.Equal(
        "Updates/Patching: IBM does this. Install PTFs on the IBM i operating system: cumulative packages, PTF groups and HIPER fixes.",
        new Chat().Says(Meant.Who(Party.Ibm, "Updates/Patching")).Card.Summary);

    [Fact]
    public void A_shared_row_says_so_and_tells_both_parts()
    {
        var text = new Chat().Says(Meant.Who(Party.Both, Dr)).Text;

        Assert.StartsWith("◆● IBM and you share this", text, StringComparison.Ordinal);
        Assert.Contains("◆ IBM's part", text, StringComparison.Ordinal);
        Assert.Contains("● Your part", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Backup and Restore", "Request a restore", "Request a backup")]
    [InlineData("Security", "Request a PAM change")]
    [InlineData(Dr, "Request a failover")]
    [InlineData("Monitoring")]
    public void An_answer_offers_the_requests_of_its_row(string task, params string[] offered) => Assert.Equal(
        [.. offered, "Whole row", "Whole matrix", "Page on cloud.ibm.com"],
        new Chat().Says(Meant.Who(Party.Both, task)).Buttons);

    [Fact]
    public void An_answer_offers_only_the_request_that_was_understood() => Assert.Equal(
        ["Request a backup", "Whole row", "Whole matrix", "Page on cloud.ibm.com"],
        new Chat().Says(Meant.Who(Party.Client, "Backup and Restore") with { Request = "backup" }).Buttons);

    [Fact]
    public void Several_rows_are_answered_on_one_card()
    {
        var chat = new Chat().Says(Meant.Who(Party.None, "Monitoring", "Security", "Backup and Restore"));

        Assert.Equal(["Row: Monitoring", "Row: Security", "Row: Backup and Restore", "Whole matrix", "Page on cloud.ibm.com"], chat.Buttons);
        Assert.Equal(3, chat.Text.Split("IBM and you share this").Length - 1);
    }

    [Fact]
    public void Each_of_several_rows_is_told_by_the_side_that_carries_the_duty_asked_about()
    {
        var text = new Chat().Says(Meant.Who(Party.Both, "Monitoring", "Security") with
        {
            Duties = [Chat.RowOf("Monitoring").Duties[0], Chat.RowOf("Security").DutiesOf(Party.Client).First()],
        }).Text;

        Assert.Contains("◆ IBM does this\nMonitoring", text, StringComparison.Ordinal);
        Assert.Contains("● You do this\nSecurity", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Five_rows_still_have_no_more_than_six_buttons() =>
        Assert.Equal(
            ["Request a restore", "Row: Monitoring", "Row: Security", "Row: Backup and Restore", "Whole matrix", "Page on cloud.ibm.com"],
            new Chat()
                .Says(
                    Meant.Who(Party.Both, "Monitoring", "Security", "Backup and Restore", Dr, "Updates/Patching") with
                    {
                        Request = "restore",
                    })
                .Buttons);

    [Fact]
    public void A_side_that_carries_nothing_of_the_row_is_never_said_to_do_it()
    {
        var page = new ResponsibilityMatrix
        {
            Title = "Page",
            Rows = [new() { Section = "S", Task = "T", Party = Party.Ibm, Duties = [new(Party.Ibm, 1, "Do it.")] }],
        };

        Assert.StartsWith(
            "◆ IBM does this\nT\n• Do it.\n● Your part\nNothing is listed for you here.",
            new Chat(matrix: MatrixLibrary.Of(page))
                .Sends(
                    Verbs.ShowAnswer,
                    new()
                    {
                        ["section"] = "S",
                        ["task"] = "T",
                        ["party"] = "Client",
                    })
                .Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_is_remembered_for_what_is_asked_next()
    {
        var remember = new Chat("de").Says(Meant.Who(Party.Client, "Monitoring")).Result.Remembered!;

        Assert.Equal([new RowName("Operations Management", "Monitoring", null)], remember.Rows);
        Assert.Equal((Party.Client, "de"), (remember.Party, remember.Language));
    }

    [Fact]
    public void The_whole_row_takes_the_place_of_the_answer()
    {
        var chat = new Chat().Says(Meant.WhoDoes("Security", Party.Ibm, 2)).Presses("Whole row");

        Assert.IsType<Reply.Replace>(chat.Result.Replies[0]);
        Assert.Contains("SIEM", chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void From_the_whole_row_a_press_leads_back_to_the_very_answer()
    {
        var chat = new Chat().Says(Meant.WhoDoes("Security", Party.Ibm, 2));
        var answer = chat.Text;

        chat.Presses("Whole row").Presses("Short answer");

        Assert.IsType<Reply.Replace>(chat.Result.Replies[0]);
        Assert.Equal(answer, chat.Text);
    }

    [Fact]
    public void An_uncertain_question_is_asked_back_and_answered_by_a_press()
    {
        var chat = new Chat().Says(Meant.DidYouMean("Monitoring", "Security") with { Party = Party.Ibm });
        Assert.Equal(["Monitoring", "Security", "Help"], chat.Buttons);

        chat.Presses("Security");
        Assert.StartsWith("◆ IBM does this\nSecurity", chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void At_most_five_rows_are_offered() =>
        Assert.Equal(
            6,
            new Chat()
                .Says(Meant.DidYouMean("Monitoring", "Security", "Updates/Patching", "Backup and Restore", "Network Connectivity", Dr))
                .Buttons.Count);

    [Fact]
    public void A_question_that_names_no_task_offers_every_row()
    {
        var chat = new Chat().Says(Meant.Who(Party.None));
        Assert.StartsWith("Which task do you mean?\nTask:\n  - Updates/Patching\n  - Monitoring", chat.Text, StringComparison.Ordinal);

        chat.Presses("Show", ("row", "Operations%20Management|Backup%20and%20Restore"));
        Assert.StartsWith("◆● IBM and you share this\nBackup and Restore", chat.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Verbs.ShowAnswer)]
    [InlineData(Verbs.ShowRow)]
    public void A_press_that_names_no_row_gets_a_kind_notice(string verb)
    {
        const string Notice = "That row no longer exists; the matrix may have changed. Please ask again.";

        Assert.Equal(Notice, new Chat().Sends(verb, []).Notice);
        Assert.Equal(Notice, new Chat().Sends(verb, new() { ["section"] = "x", ["task"] = "y", ["party"] = "Everybody" }).Notice);
        Assert.Equal(Notice, new Chat().Sends(verb, new() { ["row"] = "%%%|||" }).Notice);
    }

    [Theory]
    [InlineData("")]
    [InlineData("17")]
    [InlineData("Ibm, Client, 9")]
    public void A_press_with_a_party_nobody_knows_tells_the_whole_row(string party) => Assert.StartsWith(
        "◆● IBM and you share this",
        new Chat().Sends(Verbs.ShowAnswer, new() { ["section"] = "Operations Management", ["task"] = "Security", ["party"] = party }).Text,
        StringComparison.Ordinal);
}
