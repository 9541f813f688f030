using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Tests.Matrix;

public sealed class ShippedMatrixTests
{
    private static readonly MatrixLibrary Library = MatrixLibrary.Shipped();

    [Fact]
    public void It_is_written_in_English_and_in_German() =>
        Assert.Equal(["de", "en"], Library.Languages.Order());

    [Theory]
    [InlineData("Updates/Patching", 1, 1)]
    [InlineData("Monitoring", 2, 1)]
    [InlineData("Performance and Capacity Management", 2, 2)]
    [InlineData("Security", 5, 3)]
    [InlineData("Network Connectivity", 3, 2)]
    [InlineData("Backup and Restore", 2, 2)]
    [InlineData("Disaster Recovery (Optional Add-on)", 2, 4)]
    public void A_row_has_every_duty_of_both_columns(string task, int ofIbm, int ofClient)
    {
        var row = Assert.Single(Library.In("en").Rows, row => row.Task == task);

        Assert.Equal("Operations Management", row.Section);
        Assert.Equal(Party.Both, row.Party);
        Assert.Equal((ofIbm, ofClient), (row.DutiesOf(Party.Ibm).Count(), row.DutiesOf(Party.Client).Count()));
    }

    [Fact]
    public void It_has_the_seven_rows_and_the_date_and_the_address_of_the_page()
    {
        var matrix = Library.In("en");

        Assert.Equal(7, matrix.Rows.Count);
        Assert.Equal("Roles and Responsibilities", matrix.Title);
        Assert.Equal(new DateOnly(2024, 10, 28), matrix.Updated);
        Assert.Equal("cloud.ibm.com", matrix.Source?.Host);
        Assert.Empty(matrix.Warnings);
    }

    [Fact]
    public void Every_translation_has_the_same_rows_and_duties_in_other_words()
    {
        foreach (var language in Library.Languages)
        {
            var translation = Library.In(language);
            Assert.Equal(Shape(Library.In("en")), Shape(translation));
            Assert.Equal(Library.In("en").Updated, translation.Updated);
            Assert.Equal(Library.In("en").Source, translation.Source);
            Assert.Empty(translation.Warnings);
            if (language != "en")
                Assert.Empty(Texts(Library.In("en")).Intersect(Texts(translation)));
        }
    }

    [Fact]
    public void A_language_nobody_wrote_it_in_gets_the_English_one() =>
        Assert.Same(Library.In("en"), Library.In("fr"));

    private static IEnumerable<string> Texts(ResponsibilityMatrix matrix) =>
        matrix.Rows.SelectMany(row => row.Duties).Select(duty => duty.Text);

    private static IEnumerable<string> Shape(ResponsibilityMatrix matrix) =>
        matrix.Rows.SelectMany(row => row.Duties.Select(duty => $"{row.Section}/{row.Task}/{duty.Party}/{duty.Number}"));
}
