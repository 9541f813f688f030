using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Tests.Requests;

/// <summary>What a line in an open form says is meant, and what is not.</summary>
public sealed class CorrectionTests
{
    private static readonly WordsCatalog Words = WordsCatalog.Load();

    [Theory]
    [InlineData("wait, LPAR2", "LPAR2", null)]
    [InlineData("no, from LPAR2", "from LPAR2", null)]
    [InlineData("make it LPAR2 instead, please", "LPAR2", null)]
    [InlineData("and it should go to LPAR2 into PAYTEST", "to LPAR2 into PAYTEST", null)]
    [InlineData("sorry, not PAYLIB but PAYLIB2", "PAYLIB2", "PAYLIB")]
    [InlineData("not LPAR2, I meant LPAR1", "LPAR1", "LPAR2")]
    [InlineData("PAYLIB2, not PAYLIB", "PAYLIB2", "PAYLIB")]
    [InlineData("PAYLIB2 instead of PAYLIB", "PAYLIB2", "PAYLIB")]
    [InlineData("actually LPAR4 not LPAR1", "LPAR4", "LPAR1")]
    [InlineData("auf LPAR2, nicht auf LPAR1", "auf LPAR2", "LPAR1")]
    [InlineData("Monday not tomorrow", "Monday", "tomorrow")]
    [InlineData("ne, doch erst Dienstag", "Dienstag", null)]
    [InlineData("äh, ich meinte vorgestern", "vorgestern", null)]
    [InlineData("not LPAR2", "", "LPAR2")]
    [InlineData("ach nein, lieber LPAR1", "LPAR1", null)]
    [InlineData("Nein, nicht PRODLIB, sondern TESTLIB", "TESTLIB", "PRODLIB")]
    [InlineData("TESTLIB statt PRODLIB", "TESTLIB", "PRODLIB")]
    [InlineData("non, plutôt STOCKLIB2", "STOCKLIB2", null)]
    [InlineData("pas PAYLIB mais PAYLIB2", "PAYLIB2", "PAYLIB")]
    [InlineData("no PAYLIB, sino PAYLIB2", "PAYLIB2", "PAYLIB")]
    [InlineData("perdón, LPAR2", "LPAR2", null)]
    [InlineData("não PAYLIB, mas PAYLIB2", "PAYLIB2", "PAYLIB")]
    [InlineData("na verdade, LPAR2", "LPAR2", null)]
    [InlineData("PAYLIBではなくPAYLIB2です", "PAYLIB2", "PAYLIB")]
    [InlineData("やっぱりLPAR2", "LPAR2", null)]
    public void Somebody_puts_something_right(string said, string meant, string? wrong) =>
        Assert.Equal(new Correction(meant, wrong), Correction.Of(said, Words));

    [Theory]
    [InlineData("PAYLIB")]
    [InlineData("LPAR1 and LPAR2")]
    [InlineData("and HRLIB")]
    [InlineData("nothing")]
    [InlineData("Notar Müller")]
    [InlineData("waiting for the auditors")]
    [InlineData("CUSTMAST in PRODLIB from last night")]
    [InlineData("PAYLIB no LPAR2")]
    [InlineData("Nachtverarbeitung")]
    public void An_answer_corrects_nothing(string said) => Assert.Null(Correction.Of(said, Words));
}
