using ChatOpsBot.Domain.Matrix;
using static ChatOpsBot.Tests.Matrix.PageReading;

namespace ChatOpsBot.Tests.Matrix;

public sealed class MatrixReportTests
{
    private static readonly MatrixReport Report = MatrixReport.Of(Page("""
        ---
        lastupdated: "2024-10-28"
        ---
        # Ümläuts & more
        ## Backups
        | Task | IBM | You |
        |---|---|---|
        | Daily | Make "them".<br>Check **them**. | N/A |
        | Weekly | | |
        ## Overview
        | Resource | Change management |
        |---|---|
        | Data | You |
        """));

    [Fact]
    public void A_script_gets_one_JSON_object() => Assert.Equal(
        """
        {"title":"Ümläuts & more","updated":"2024-10-28","rows":[
        {"section":"Backups","task":"Daily","ibm":"Make \"them\".\nCheck them.","client":null,"area":null,"party":"ibm"},
        {"section":"Backups","task":"Weekly","ibm":null,"client":null,"area":null,"party":null},
        {"section":"Overview","task":"Data","ibm":null,"client":null,"area":"Change management","party":"client"}],
        "warnings":[{"line":9,"message":"\"Weekly\" names no duty of anybody."}]}
        """.ReplaceLineEndings(""),
        Report.ToJson());

    [Fact]
    public void A_person_gets_an_overview() => Assert.Equal(
        """
        Ümläuts & more
        Last updated: 2024-10-28
        3 rows, 1 warnings

        Backups
          ibm     Daily
          nobody  Weekly

        Overview
          client  Data / Change management

        line 9: "Weekly" names no duty of anybody.

        """,
        Report.ToText(),
        ignoreLineEndingDifferences: true);
}
