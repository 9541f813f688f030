using ChatOpsBot.Domain.Matrix;
using static ChatOpsBot.Tests.Matrix.PageReading;

namespace ChatOpsBot.Tests.Matrix;

public sealed class GridTests
{
    [Fact]
    public void A_grid_yields_a_row_for_every_resource_and_area()
    {
        var matrix = Page("""
            # Page
            ## Overview
            | Resource | [Change management](#change) | Disaster recovery |
            | - | - | - |
            | [Data](#data) | You | Customer |
            | Queues | [Shared](#queues) | Shared [^note] |
            | Servers | IBM | {{site.data.keyword.IBM_notm}} |
            | Versions | n/a | |
            """);

        Assert.Equal(
            [
                "Data @ Change management: Client", "Data @ Disaster recovery: Client",
                "Queues @ Change management: Both", "Queues @ Disaster recovery: Both",
                "Servers @ Change management: Ibm", "Servers @ Disaster recovery: Ibm",
                "Versions @ Change management: None", "Versions @ Disaster recovery: None",
            ],
            matrix.Shape());
        Assert.All(matrix.Rows, row => Assert.Empty(row.Duties));
        Assert.Empty(matrix.Warnings);
    }

    [Fact]
    public void A_third_party_in_a_grid_is_reported()
    {
        var matrix = Page("""
            # Page
            | Resource | Control plane | Workload clusters |
            | - | - | - |
            | Nodes | Shared | Workload provider |
            """);

        Assert.Equal(["Nodes @ Control plane: Both", "Nodes @ Workload clusters: None"], matrix.Shape());
        Assert.Equal(
            ["4: \"Workload provider\" (Nodes, Workload clusters) is neither IBM nor you; the row names nobody."], matrix.Complaints());
    }

    [Fact]
    public void A_column_called_ownership_is_no_area()
    {
        var matrix = Page("""
            # Page
            | Responsibilities | Ownership |
            | - | - |
            | Provide the gateway | IBM |
            | Configure connections | Customer |
            """);

        Assert.Equal(["Provide the gateway: Ibm", "Configure connections: Client"], matrix.Shape());
    }

    [Fact]
    public void A_grid_of_sentences_is_read_where_they_name_the_owner()
    {
        var matrix = Page("""
            # Page
            | Resource | Description | Service | Agents |
            | - | - | - | - |
            | Storage | Customer-owned things | IBM owns the queues. | Client owns the disks. IBM owns the images. |
            | Network | Cables | None | Some cluster |
            """);

        Assert.Equal(
            ["Storage @ Service: Ibm", "Storage @ Agents: Both", "Network @ Service: None", "Network @ Agents: None"],
            matrix.Shape());
        Assert.Equal("IBM owns the images.", matrix.Rows[1].TextOf(Party.Ibm));
        Assert.Contains("5: \"Some cluster\" (Network, Agents) does not say whose it is; it was not read.", matrix.Complaints());
    }

    [Fact]
    public void Two_equal_grids_are_told_apart_by_the_bold_line_above()
    {
        const string Grid = "| Resource | Change management |\n| - | - |\n| Data | You |\n";

        var matrix = Page($"# Page\n**Console**\n\n{Grid}\n**Cluster**\n\n{Grid}");

        Assert.Equal(["Console", "Cluster"], matrix.Rows.Select(row => row.Section));
    }
}
