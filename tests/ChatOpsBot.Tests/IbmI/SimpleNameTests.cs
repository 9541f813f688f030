using ChatOpsBot.Domain.IbmI;

namespace ChatOpsBot.Tests.IbmI;

public sealed class SimpleNameTests
{
    [Theory]
    [InlineData("prodlib", "PRODLIB")]
    [InlineData("  QGPL ", "QGPL")]
    [InlineData("$pay.2026_", "$PAY.2026_")]
    [InlineData("#A@9", "#A@9")]
    [InlineData("ABCDEFGHIJ", "ABCDEFGHIJ")]
    [InlineData("ABCDEFGHIJK", "TooLong")]
    [InlineData("1PAY", "WrongStart")]
    [InlineData("_PAY", "WrongStart")]
    [InlineData("PAY-LIB", "WrongCharacter")]
    [InlineData("PAY LIB", "WrongCharacter")]
    [InlineData("PÄY", "WrongCharacter")]
    [InlineData("ſAVE", "WrongStart")]
    [InlineData("", "Missing")]
    [InlineData(null, "Missing")]
    [InlineData("PAY*", "GenericNotAllowed")]
    [InlineData("*ALL", "UnknownSpecialValue")]
    public void A_library_name(string? typed, string said) => Assert.Equal(said, Names.Usual.Library(typed).Said());

    [Theory]
    [InlineData("\"a b\"", "BadQuotes")]
    [InlineData("\"a%b\"", "\"a%b\"")]
    [InlineData("\"abc\"", "\"abc\"")]
    [InlineData("\"ABC\"", "ABC")]
    [InlineData("\"ABCDEFGHIJ\"", "ABCDEFGHIJ")]
    [InlineData("\"abcdefghi\"", "BadQuotes")]
    [InlineData("\"\"", "BadQuotes")]
    [InlineData("\"", "BadQuotes")]
    [InlineData("\"abc", "BadQuotes")]
    [InlineData("\"a/b\"", "BadQuotes")]
    public void A_name_in_quotes_keeps_its_case_and_loses_quotes_it_does_not_need(string typed, string said) =>
        Assert.Equal(said, Names.Usual.NamedObject(typed).Said());

    [Theory]
    [InlineData("jsmith", "JSMITH")]
    [InlineData("J.SMITH", "WrongCharacter")]
    [InlineData("9JSMITH", "WrongStart")]
    [InlineData("\"JS\"", "WrongStart")]
    [InlineData("*PUBLIC", "WrongStart")]
    [InlineData("ABCDEFGHIJK", "TooLong")]
    public void A_user_profile_has_no_period(string typed, string said) => Assert.Equal(said, Names.Usual.UserProfile(typed).Said());

    [Theory]
    [InlineData("vol001", "VOL001")]
    [InlineData("000123", "000123")]
    [InlineData("VOL0001", "TooLong")]
    [InlineData("V_1", "WrongCharacter")]
    public void A_tape_volume_has_six_letters_and_digits(string typed, string said) =>
        Assert.Equal(said, Names.Usual.TapeVolume(typed).Said());

    [Theory]
    [InlineData("Austin 1", "Austin 1")]
    [InlineData("prod-LPAR_01.a", "prod-LPAR_01.a")]
    [InlineData("prod-", "WrongEnd")]
    [InlineData("-prod", "WrongStart")]
    [InlineData("prod/1", "WrongCharacter")]
    [InlineData("a23456789012345678901234567890123456789012345678", "TooLong")]
    [InlineData("a2345678901234567890123456789012345678901234567", "a2345678901234567890123456789012345678901234567")]
    public void An_LPAR_is_named_as_PowerVS_names_it(string typed, string said) => Assert.Equal(said, IbmINames.Lpar(typed).Said());

    [Fact]
    public void A_problem_carries_all_that_its_sentence_needs()
    {
        var problem = Assert.IsType<NameProblem.TooLong>(Names.Usual.Library("PRODUCTIONLIB").Problem());
        Assert.Equal(NameKind.Library, problem.Kind);
        Assert.Equal(10, problem.Longest);
        Assert.True(problem.Allowed.Digits);
        Assert.Equal("$ # @ _ .", problem.Allowed.SpokenSigns);
    }

    [Fact]
    public void A_wrong_character_is_pointed_at()
    {
        var problem = Assert.IsType<NameProblem.WrongCharacter>(Names.Usual.Member(" ab-c").Problem());
        Assert.Equal(('-', 3, NameKind.Member), (problem.Found, problem.Position, problem.Kind));
    }

    [Theory]
    [InlineData("QGPL", true)]
    [InlineData("\"QGPL\"", true)]
    [InlineData("PAYQ", false)]
    public void Names_that_IBM_supplies_are_warned_of(string typed, bool warned) =>
        Assert.Equal(warned ? [NameWarning.SuppliedByIbm] : [], Names.Usual.Library(typed).Warnings());
}
