using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Tests.Understanding;

public sealed class FollowUpTests
{
    private static readonly LastAnswer OnBackups =
        new([new RowName("Operations Management", "Backup and Restore", null)], Party.Ibm, "en");

    [Theory]
    [InlineData("and on our side?", Party.Client)]
    [InlineData("and us?", Party.Client)]
    [InlineData("what does IBM do?", Party.Ibm)]
    [InlineData("und wir?", Party.Client)]
    [InlineData("und auf unserer Seite?", Party.Client)]
    [InlineData("et nous ?", Party.Client)]
    [InlineData("und IBM?", Party.Ibm)]
    public void A_follow_up_leans_on_the_answer_before(string said, Party party)
    {
        var told = Listener.Hear(said, OnBackups);

        Assert.Equal(("Backup and Restore", party, true), (told.Rows.Single().Task, told.Party, told.FollowsUp));
    }

    [Theory]
    [InlineData("why?")]
    [InlineData("what does that mean?")]
    [InlineData("where does it say that?")]
    [InlineData("how old is that?")]
    [InlineData("are you sure?")]
    [InlineData("tell me more")]
    [InlineData("Warum?")]
    [InlineData("Wo steht das?")]
    [InlineData("Sind Sie sicher?")]
    [InlineData("Was heißt das?")]
    public void A_doubt_is_answered_with_the_row_and_where_it_stands(string said)
    {
        var told = Listener.Hear(said, OnBackups);

        Assert.Equal(("Backup and Restore", Party.Ibm, true), (told.Rows.Single().Task, told.Party, told.FollowsUp));
        Assert.Empty(told.Duties);
    }

    [Theory]
    [InlineData("und wir?", Party.Client)]
    [InlineData("und IBM?", Party.Ibm)]
    public void A_grammar_word_is_not_taken_for_a_trade_word_that_shares_its_stem(string said, Party party)
    {
        var told = Listener.Hear(said, OnBackups);

        Assert.Equal(("Backup and Restore", party), (told.Rows.Single().Task, told.Party));
    }

    [Theory]
    [InlineData("no, I meant the firewall", "Network Connectivity: Both")]
    [InlineData("nein, ich meinte die Firewall", "Network Connectivity: Both")]
    public void A_correction_is_about_what_it_names(string said, string summary) =>
        Assert.Equal(summary, Listener.Hear(said, OnBackups).Summary());

    [Fact]
    public void Without_an_answer_before_the_same_words_are_asked_back() =>
        Assert.Equal("which task?", Listener.Hear("and on our side?").Summary());

    [Fact]
    public void A_follow_up_that_names_a_task_is_about_that_task() =>
        Assert.Equal("Monitoring: Both", Listener.Hear("and monitoring?", OnBackups).Summary());

    [Fact]
    public void Who_restores_then_stays_with_the_row() =>
        Assert.Equal("Backup and Restore: Client", Listener.Hear("who restores then?", OnBackups).Summary());
}
