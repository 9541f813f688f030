using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Tests.Understanding;

public sealed class QuestionTests
{
    [Theory]
    [InlineData("ptfs?", "Updates/Patching: Ibm")]
    [InlineData("who rolls out a new release of our ERP", "Updates/Patching: Client")]
    [InlineData("how is patching split?", "Updates/Patching: Both")]
    [InlineData("the box is down, who gets up at night", "Monitoring: Ibm")]
    [InlineData("do you guys watch QSYSOPR?", "Monitoring: Client")]
    [InlineData("our LPAR is slow, whose problem?", "Performance and Capacity Management: Both")]
    [InlineData("who keeps an eye on disk usage", "Performance and Capacity Management: Ibm")]
    [InlineData("we need more memory, who has to ask for it?", "Performance and Capacity Management: Client")]
    [InlineData("slow SQL in our order program, who tunes it?", "Performance and Capacity Management: Client")]
    [InlineData("who feeds the SIEM?", "Security: Ibm")]
    [InlineData("who decides on the menus inside our application", "Security: Client")]
    [InlineData("who opens the ticket so that a user gets a PAM profile", "Security: Client")]
    [InlineData("firewall?", "Network Connectivity: Both")]
    [InlineData("firewall in our own data center, yours or ours?", "Network Connectivity: Client")]
    [InlineData("Direct Link?", "Network Connectivity: Ibm")]
    [InlineData("who takes the nightly backup", "Backup and Restore: Ibm")]
    [InlineData("backup and restore - how is it shared?", "Backup and Restore: Both")]
    [InlineData("who keeps MIMIX in sync", "Disaster Recovery (Optional Add-on): Ibm")]
    [InlineData("is it on us to bring the app up after a failover?", "Disaster Recovery (Optional Add-on): Client")]
    [InlineData("who may declare the disaster?", "Disaster Recovery (Optional Add-on): Client")]
    public void A_question_finds_its_row_and_whose_it_is(string asked, string summary) =>
        Assert.Equal(summary, Listener.Hear(asked).Summary());

    [Theory]
    [InlineData("whos aplying the cumulatve ptfs", "Updates/Patching: Ibm")]
    [InlineData("montoring?", "Monitoring: Both")]
    [InlineData("who does the vulnerabilty scaning", "Security: Ibm")]
    [InlineData("directlink - who", "Network Connectivity: Ibm")]
    public void A_slip_of_the_keyboard_is_forgiven(string asked, string summary) =>
        Assert.Equal(summary, Listener.Hear(asked).Summary());

    [Theory]
    [InlineData("Monitoring and performance: who owns those?", "Monitoring, Performance and Capacity Management: Both")]
    [InlineData("who applies PTFs and who takes the daily backups?", "Updates/Patching, Backup and Restore: Ibm")]
    public void Two_tasks_named_side_by_side_are_both_answered(string asked, string summary)
    {
        var told = Listener.Hear(asked);

        Assert.Equal(
            summary.Split(": ")[0].Split(", ").Order(),
            told.Rows.Select(row => row.Task).Order());
        Assert.Equal(summary.Split(": ")[1], told.Party.ToString());
    }

    [Fact]
    public void A_list_of_tasks_is_answered_task_by_task()
    {
        var told = Listener.Hear("Who does backups, PTFs, firewalls and monitoring?");

        Assert.Equal(
            ["Backup and Restore", "Monitoring", "Network Connectivity", "Updates/Patching"],
            told.Rows.Select(row => row.Task).Order(StringComparer.Ordinal));
        Assert.Equal(Party.Both, told.Party);
    }

    [Theory]
    [InlineData("who performs the vulnerability scans", "Security: Ibm")]
    [InlineData("Storage is at 95 percent, who cleans up", "Performance and Capacity Management: Ibm")]
    [InlineData("who installs the db2 group PTF", "Updates/Patching: Ibm")]
    [InlineData("who makes the back-ups?", "Backup and Restore: Ibm")]
    [InlineData("app crash", "Monitoring: Client")]
    [InlineData("please restart LPAR2", "Monitoring: Ibm")]
    [InlineData("sorry for my bad english. backup, who?", "Backup and Restore: Both")]
    [InlineData("Wer kümmert sich um Einhörner?", "which task?")]
    public void A_word_is_not_taken_for_another_that_looks_like_it(string asked, string summary) =>
        Assert.Equal(summary, Listener.Hear(asked).Summary());

    [Theory]
    [InlineData("who takes care of this?")]
    [InlineData("is that us or you?")]
    [InlineData("whose job would that be?")]
    public void A_question_that_names_no_task_is_asked_back(string asked) =>
        Assert.Equal("which task?", Listener.Hear(asked).Summary());

    [Theory]
    [InlineData("show me the whole matrix")]
    [InlineData("give me the full table please")]
    [InlineData("zeig mir die ganze Matrix")]
    [InlineData("list all my duties")]
    [InlineData("Was müssen wir alles selber machen?")]
    public void The_whole_matrix_can_be_asked_for(string asked) =>
        Assert.Equal("the whole matrix", Listener.Hear(asked).Summary());

    [Fact]
    public void A_question_about_one_duty_tells_that_duty()
    {
        var told = Listener.Hear("who runs the vulnerability scans?");

        Assert.Equal("Scan the environment for vulnerabilities.", Assert.Single(told.Duties).Text);
    }
}
