using ChatOpsBot.Domain.IbmI;

namespace ChatOpsBot.Tests.IbmI;

/// <summary>Places where more than one thing can be named at once.</summary>
public sealed class SeveralTests
{
    [Theory]
    [InlineData("pay*", "PAY*", typeof(GenericName))]
    [InlineData("ABCDEFGHI*", "ABCDEFGHI*", typeof(GenericName))]
    [InlineData("prodlib", "PRODLIB", typeof(LibraryName))]
    [InlineData("*allusr", "*ALLUSR", typeof(SpecialValue))]
    [InlineData("*NONSYS", "*NONSYS", typeof(SpecialValue))]
    public void Libraries_are_one_or_alike_or_a_word_with_a_star(string typed, string said, Type type)
    {
        var name = Names.Usual.Libraries(typed).Right();
        Assert.Equal(said, name.Value);
        Assert.IsType(type, name);
    }

    [Theory]
    [InlineData("ABCDEFGHIJ*", "TooLong")]
    [InlineData("P*Y", "WrongCharacter")]
    [InlineData("PAY**", "WrongCharacter")]
    [InlineData("*", "UnknownSpecialValue")]
    [InlineData("*SYSTEM", "UnknownSpecialValue")]
    [InlineData("*ALL", "UnknownSpecialValue")]
    public void No_other_form_is_taken_for_libraries(string typed, string said) => Assert.Equal(said, Names.Usual.Libraries(typed).Said());

    [Fact]
    public void An_unknown_word_with_a_star_is_answered_with_those_that_do() =>
        Assert.Equal(new NameProblem.UnknownSpecialValue(NameKind.NamedObject, ["*ALL"]), Names.Usual.Objects("*EVERY").Problem());

    [Fact]
    public void A_special_value_is_read_with_or_without_its_star() =>
        Assert.Equal("*SYSBAS", IbmINames.Special(NameKind.AspNumber, "sysbas", SpecialValues.DiskPools).Said());

    [Theory]
    [InlineData("QSYS", RestoreRefusal.SystemLibrary)]
    [InlineData("\"QSYS\"", RestoreRefusal.SystemLibrary)]
    [InlineData("qdoc", RestoreRefusal.DocumentLibrary)]
    [InlineData("QDOC0002", RestoreRefusal.DocumentLibrary)]
    public void What_no_restore_by_name_brings_back_is_refused(string typed, RestoreRefusal why) =>
        Assert.Equal(why, Assert.IsType<NameProblem.NotRestorable>(Names.Usual.LibrariesToRestore(typed).Problem()).Why);

    [Theory]
    [InlineData("QSYS2")]
    [InlineData("QDOCS")]
    [InlineData("QDOC00021")]
    [InlineData("QGPL")]
    public void Names_that_are_only_like_those_are_restored_with_a_warning(string typed) =>
        Assert.Equal([NameWarning.SuppliedByIbm], Names.Usual.LibrariesToRestore(typed).Warnings());

    [Theory]
    [InlineData("*file", "*FILE")]
    [InlineData("pgm", "*PGM")]
    [InlineData("*SRVPGM", "*SRVPGM")]
    [InlineData("*ALL", "GenericNotAllowed")]
    [InlineData("*SOMETHING", "TooLong")]
    [InlineData("*F", "WrongForm")]
    [InlineData("*FI-E", "WrongCharacter")]
    [InlineData("*", "Missing")]
    public void A_type_of_object(string typed, string said) => Assert.Equal(said, IbmINames.ObjectType(typed).Said());

    [Fact]
    public void Where_all_types_may_be_meant_ALL_is_one() => Assert.IsType<SpecialValue>(IbmINames.ObjectTypesOrAll("all").Right());

    [Fact]
    public void Every_usual_type_is_a_type() => Assert.All(ObjectType.Usual, type => Assert.Equal(type, IbmINames.ObjectType(type).Said()));

    [Theory]
    [InlineData("1", 1, true, false)]
    [InlineData(" 032 ", 32, false, false)]
    [InlineData("33", 33, false, true)]
    [InlineData("255", 255, false, true)]
    public void A_disk_pool_by_number(string typed, int number, bool system, bool independent)
    {
        var pool = IbmINames.Asp(typed).Right();
        Assert.Equal((number, system, independent), (pool.Number, pool.IsSystem, pool.IsIndependent));
    }

    [Theory]
    [InlineData("0", 255)]
    [InlineData("256", 255)]
    [InlineData("-1", 255)]
    [InlineData("1.5", 255)]
    [InlineData("one", 255)]
    [InlineData("33", 32)]
    public void A_number_of_no_disk_pool_is_answered_with_the_range(string typed, int highest) => Assert.Equal(
        new NameProblem.OutOfRange(NameKind.AspNumber, 1, highest),
        (highest == 32 ? IbmINames.AspToRestoreInto(typed) : IbmINames.Asp(typed)).Problem());
}
