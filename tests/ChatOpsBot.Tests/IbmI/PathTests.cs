using ChatOpsBot.Domain.IbmI;

namespace ChatOpsBot.Tests.IbmI;

public sealed class PathTests
{
    [Theory]
    [InlineData("prodlib/customer", "PRODLIB/CUSTOMER")]
    [InlineData("PRODLIB/CUSTOMER/jan", "PRODLIB/CUSTOMER(JAN)")]
    [InlineData("PRODLIB/CUSTOMER(JAN)", "PRODLIB/CUSTOMER(JAN)")]
    [InlineData("PRODLIB/\"a(b)\"", "PRODLIB/\"a(b)\"")]
    [InlineData("CUSTOMER", "WrongForm")]
    [InlineData("A/B/C/D", "WrongForm")]
    [InlineData("PRODLIB/", "Missing")]
    [InlineData("PRODLIB/1A", "WrongStart")]
    [InlineData("*LIBL/CUSTOMER", "UnknownSpecialValue")]
    [InlineData("", "Missing")]
    public void An_object_with_its_library(string typed, string said) => Assert.Equal(said, Names.Usual.Qualified(typed).Said());

    [Theory]
    [InlineData("qgpl/payback", "QGPL/PAYBACK")]
    [InlineData("QGPL/PAYBACK(M)", "WrongForm")]
    [InlineData("PAYBACK", "WrongForm")]
    public void A_save_file(string typed, string said) => Assert.Equal(said, Names.Usual.SaveFile(typed).Said());

    [Fact]
    public void A_warning_of_any_part_is_kept() => Assert.Equal([NameWarning.SuppliedByIbm], Names.Usual.Qualified("QGPL/PAY").Warnings());

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/home/JSmith/Report final.txt", "/home/JSmith/Report final.txt")]
    [InlineData("/home/jsmith/", "/home/jsmith")]
    [InlineData("/QOpenSys/pkgs/Übung", "/QOpenSys/pkgs/Übung")]
    [InlineData("/home/..hidden", "/home/..hidden")]
    [InlineData("home/jsmith", "NotAbsolute")]
    [InlineData("C:\\data", "NotAbsolute")]
    [InlineData("/home/../etc", "RelativeStep")]
    [InlineData("/home/./x", "RelativeStep")]
    [InlineData("/home//x", "BadStep")]
    [InlineData("/home/x//", "BadStep")]
    [InlineData("//", "BadStep")]
    [InlineData("/home/a\nb", "Unprintable")]
    [InlineData("/home/a\u202e\u0000b", "Unprintable")]
    [InlineData("", "Missing")]
    public void A_path_is_absolute_and_leads_where_it_seems_to(string typed, string said) =>
        Assert.Equal(said, Names.Usual.Path(typed).Said());

    [Fact]
    public void The_step_that_is_too_long_is_named() =>
        Assert.Equal(new NameProblem.BadStep(2, 255), Names.Usual.Path("/home/" + new string('a', 256)).Problem());

    [Theory]
    [InlineData("/QSYS.LIB/PRODLIB.LIB", null, "PRODLIB", null, "*LIB", null)]
    [InlineData("/qsys.lib/prodlib.lib/customer.file", null, "PRODLIB", "CUSTOMER", "*FILE", null)]
    [InlineData("/QSYS.LIB/PRODLIB.LIB/CUSTOMER.FILE/JAN.MBR", null, "PRODLIB", "CUSTOMER", "*FILE", "JAN")]
    [InlineData("/QSYS.LIB/PRODLIB.LIB/A.B.PGM", null, "PRODLIB", "A.B", "*PGM", null)]
    [InlineData("/QSYS.LIB/JSMITH.USRPRF", null, "QSYS", "JSMITH", "*USRPRF", null)]
    [InlineData("/QSYS.LIB", null, "QSYS", null, "*LIB", null)]
    [InlineData("/IASP1/QSYS.LIB/PAY.LIB/EMP.FILE", "IASP1", "PAY", "EMP", "*FILE", null)]
    public void A_path_of_the_library_file_system_is_the_object_it_names(
        string typed, string? pool, string library, string? named, string type, string? member)
    {
        var native = Names.Usual.Path(typed).Right().Native!;
        Assert.Equal(
            (pool, library, named, type, member),
            (native.Asp?.Value, native.Library.Value, native.NamedObject?.Value, native.Type.Value, native.Member?.Value));
    }

    [Theory]
    [InlineData("/QSYS.LIB/PRODLIB", "WrongForm")]
    [InlineData("/QSYS.LIB/PRODLIB.LIB/CUSTOMER", "WrongForm")]
    [InlineData("/QSYS.LIB/PRODLIB.LIB/CUSTOMER.FILE/JAN", "WrongForm")]
    [InlineData("/QSYS.LIB/PRODLIB.LIB/CALC.PGM/JAN.MBR", "WrongForm")]
    [InlineData("/QSYS.LIB/A.LIB/B.FILE/C.MBR/D", "WrongForm")]
    [InlineData("/QSYS.LIB/TOOLONGLIBRARY.LIB", "TooLong")]
    [InlineData("/QSYS.LIB/.LIB", "Missing")]
    public void A_path_there_that_names_nothing_is_answered(string typed, string said) =>
        Assert.Equal(said, Names.Usual.Path(typed).Said());

    [Fact]
    public void Another_path_names_no_object() => Assert.Null(Names.Usual.Path("/home/QSYS2.LIB/x").Right().Native);
}
