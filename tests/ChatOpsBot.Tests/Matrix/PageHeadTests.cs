using static ChatOpsBot.Tests.Matrix.PageReading;

namespace ChatOpsBot.Tests.Matrix;

public sealed class PageHeadTests
{
    private const string AnyTable = "| Task | IBM | You |\n|---|---|---|\n| A | b | c |\n";

    [Theory]
    [InlineData("lastupdated: \"2024-10-28\"")]
    [InlineData("lastupdated: 2024-10-28")]
    [InlineData("copyright:\n  years: 2024, 2024\nlastupdated: '2024-10-28'\nkeywords:")]
    public void The_date_of_the_page_is_its_own(string frontMatter) =>
        Assert.Equal(new DateOnly(2024, 10, 28), Page($"---\n\n{frontMatter}\n---\n# Page\n{AnyTable}").Updated);

    [Fact]
    public void A_date_that_is_none_is_reported()
    {
        var matrix = Page($"---\nlastupdated: yesterday\n---\n# Page\n{AnyTable}");

        Assert.Null(matrix.Updated);
        Assert.Equal(["2: \"yesterday\" is not a date of the form 2024-10-28."], matrix.Complaints());
    }

    [Fact]
    public void The_title_is_the_first_heading_of_the_page() =>
        Assert.Equal(
            "Using IBM Cloud", Page($"\uFEFF---\r\nyears: 1\r\n---\r\n# Using {{{{site.data.keyword.cloud_notm}}}}\r\n{AnyTable}").Title);

    [Fact]
    public void Only_an_https_address_becomes_a_link()
    {
        Assert.Equal("a.example", Page("---\nsource: https://a.example/b\n---\n").Source?.Host);
        Assert.Contains(
            "2: \"javascript:alert(1)\" is not an https address.", Page("---\nsource: javascript:alert(1)\n---\n").Complaints());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n")]
    [InlineData("Nothing here.")]
    public void A_page_without_anything_says_so(string page) =>
        Assert.Equal(
            [
                "1: The page has no title (a line that begins with \"# \").",
                "1: The page names no responsibility in a form that can be read.",
            ],
            Page(page).Complaints());

    [Fact]
    public void A_page_that_only_points_elsewhere_says_so() =>
        Assert.Equal(
            ["1: The page names no responsibility in a form that can be read."],
            Page("# Responsibilities\nSee [another page](https://a.example).").Complaints());

    [Fact]
    public void A_part_kept_in_another_file_is_reported() =>
        Assert.Equal(
            ["2: The page includes another file here, which was not read: {{../parts/table.md}}"],
            Page($"# Page\n{{{{../parts/table.md}}}}\n{AnyTable}").Complaints());
}
