using ChatOpsBot.Domain.IbmI;

namespace ChatOpsBot.Tests.IbmI;

public sealed class VariantTests
{
    [Theory]
    [InlineData("$#@", true)]
    [InlineData("£#@", true)]
    [InlineData("åäö", true)]
    [InlineData("$#", false)]
    [InlineData("$$@", false)]
    [InlineData("A#@", false)]
    [InlineData("$#*", false)]
    [InlineData("$# ", false)]
    [InlineData(null, false)]
    public void Three_different_free_characters_make_a_set(string? signs, bool taken) =>
        Assert.Equal(taken, VariantCharacters.From(signs) is not null);

    [Fact]
    public void The_letters_of_another_country_are_taken_and_folded_and_the_usual_ones_are_not()
    {
        var swedish = new IbmINames(VariantCharacters.From("ÅÄÖ")!);
        Assert.Equal("LÖN", swedish.Library("lön").Said());
        Assert.Equal("WrongStart", swedish.Library("$PAY").Said());
        Assert.Equal("Å Ä Ö _ .", Assert.IsType<NameProblem.WrongCharacter>(swedish.Library("A$").Problem()).Allowed.SpokenSigns);
    }
}
