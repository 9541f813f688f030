using ChatOpsBot.Application.LanguageModel;

namespace ChatOpsBot.Tests.LanguageModel;

public sealed class SentTextTests
{
    [Theory]
    [InlineData("ask zoe.kraft+it@example.com, please", "ask [address], please")]
    [InlineData("(zoe@example.com)", "([address])")]
    [InlineData("call +49 171 2345678!", "call [number]!")]
    [InlineData("call 0049-171-2345678", "call [number]")]
    [InlineData("call (089) 123 45 67 now", "call [number] now")]
    public void Addresses_and_telephone_numbers_stay_here(string message, string sent) => Assert.Equal(sent, SentText.Of(message));

    [Theory]
    [InlineData("restore PRODLIB on LPAR1 from 2026-11-20 22:00")]
    [InlineData("as it was on 08.11.2026 at 02:00")]
    [InlineData("on 08/11/2026")]
    [InlineData("V7R5 and SF99750 level 6, CPF9801, #FTEST@LIB is 10 GB")]
    public void Times_and_names_are_sent_as_they_are(string message) =>
        Assert.Equal(message.Replace("#FTEST@LIB", "[address]", StringComparison.Ordinal), SentText.Of(message));

    [Theory]
    [InlineData("who resets my password: Tr0ub4dor&3x")]
    [InlineData("who owns AKIAIOSFODNN7EXAMPLE?")]
    public void What_holds_a_secret_is_not_sent(string message) => Assert.Null(SentText.Of(message));

    [Fact]
    public void A_cut_splits_no_character()
    {
        var sent = SentText.Of(new string('a', 999) + "🦓🦓");
        Assert.Equal(new string('a', 999), sent);
    }
}
