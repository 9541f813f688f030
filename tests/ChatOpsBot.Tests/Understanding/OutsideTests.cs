namespace ChatOpsBot.Tests.Understanding;

public sealed class OutsideTests
{
    [Theory]
    [InlineData("who patches our Red Hat servers?", "outside: other-platform")]
    [InlineData("please back up my laptop", "outside: other-platform")]
    [InlineData("how do I reset my password", "outside: passwords")]
    [InlineData("who pays for the Direct Link?", "outside: billing")]
    [InlineData("which licence key do I need for the compiler?", "outside: licensing")]
    [InlineData("how many vacation days do I have left", "outside: people")]
    [InlineData("who repairs the coffee machine", "outside: facilities")]
    [InlineData("wer patcht unsere Windows-Server?", "outside: other-platform")]
    [InlineData("Kennwort vergessen", "outside: passwords")]
    [InlineData("phone number of IBM support", "outside: support")]
    [InlineData("how do I open a ticket?", "outside: support")]
    [InlineData("Wie öffne ich ein Ticket?", "outside: support")]
    [InlineData("what does BCDR mean?", "outside: how-to")]
    public void What_the_matrix_does_not_cover_is_recognised(string asked, string summary) =>
        Assert.Equal(summary, Listener.Hear(asked).Summary());

    [Theory]
    [InlineData("may we restart the billing job in the maintenance window, or is that IBM?")]
    [InlineData("who is in charge of backups?")]
    [InlineData("restore library INVOICES")]
    public void A_word_from_outside_does_no_harm_where_the_matter_is_clear(string said) =>
        Assert.DoesNotContain("outside", Listener.Hear(said).Summary(), StringComparison.Ordinal);

    [Theory]
    [InlineData("purple elephants dance at noon")]
    [InlineData("?!?!")]
    [InlineData("qwrtzpl xkcd brgl")]
    public void Nonsense_is_not_answered_with_a_duty(string said) =>
        Assert.Empty(Listener.Hear(said).Rows);
}
