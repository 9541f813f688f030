using ChatOpsBot.Domain.Matrix;
using static ChatOpsBot.Tests.Matrix.PageReading;

namespace ChatOpsBot.Tests.Matrix;

public sealed class SectionTests
{
    private const string AnyTable = "| Task | IBM | You |\n|---|---|---|\n| A | b | c |\n";

    [Fact]
    public void The_section_is_the_nearest_heading_above()
    {
        var matrix = Page(
            $"# Page\n{AnyTable}\n## Tasks by area\n{AnyTable}\n### Backups {{: #backups}}\n{AnyTable}\n## Other\n{AnyTable}");

        Assert.Equal(["Page", "Tasks by area", "Backups", "Other"], matrix.Rows.Select(row => row.Section));
    }

    [Fact]
    public void A_section_name_that_repeats_has_the_heading_above_it_in_front()
    {
        var matrix = Page($"# Page\n## Changes\n### Standard\n{AnyTable}\n## Recovery\n### Standard\n{AnyTable}");

        Assert.Equal(["Changes / Standard", "Recovery / Standard"], matrix.Rows.Select(row => row.Section));
    }

    [Fact]
    public void The_party_may_stand_in_the_heading_of_the_section()
    {
        var matrix = Page("""
            # Shared responsibility
            ## {{site.data.keyword.cloud_notm}}'s recovery responsibilities
            | Responsibility Area | Examples |
            | - | - |
            | Regions | Keeping them up |
            ## Customer's recovery responsibilities
            | Responsibility Area | Examples |
            | - | - |
            | Workloads | Testing them |
            """);

        Assert.Equal(["Regions: Ibm", "Workloads: Client"], matrix.Shape());
        Assert.Equal("Testing them", matrix.Rows[1].TextOf(Party.Client));
    }

    [Fact]
    public void An_area_without_a_table_is_reported()
    {
        var matrix = Page(
            $"# Page\n## Change management\nNo specific responsibilities here.\n## Disaster recovery\n{AnyTable}\n## Locations\n* Dallas");

        Assert.Equal(["2: The section \"Change management\" has no table and no list of responsibilities."], matrix.Complaints());
    }
}
