using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Matrix;

/// <summary>
/// Real pages, where they lie beside the repository. The figures were counted by hand on the pages: rows, rows of IBM, of the client,
/// of both, of nobody, and the places to complain about.
/// </summary>
public sealed class RealPageTests
{
    [Theory]
    [InlineData("AnalyticsEngine__user-responsibilities-serverless", 8, 2, 0, 6, 0, 3)]
    [InlineData("EventStreams__responsibilities", 29, 9, 13, 7, 0, 2)]
    [InlineData("Registry__registry_responsibilities", 15, 9, 5, 1, 0, 4)]
    [InlineData("apiconnect__responsibilities", 53, 32, 5, 16, 0, 1)]
    [InlineData("app-configuration__ac-responsibilities", 5, 0, 0, 5, 0, 3)]
    [InlineData("atracker__core-shared-responsibilities", 11, 2, 1, 8, 0, 8)]
    [InlineData("backup-recovery__responsibilities", 9, 0, 0, 9, 0, 1)]
    [InlineData("blockchain__responsibilities@ul-4cce5a58", 197, 134, 42, 17, 4, 18)]
    [InlineData("certificate-manager__understanding-your-responsibilities", 7, 2, 2, 3, 0, 3)]
    [InlineData("cis__responsibilities", 17, 7, 2, 8, 0, 3)]
    [InlineData("cloud-object-storage__cos-responsibilities", 4, 0, 0, 4, 0, 2)]
    [InlineData("codeengine__responsibilities", 9, 0, 0, 9, 0, 7)]
    [InlineData("direct-link__responsibilities", 2, 0, 0, 2, 0, 0)]
    [InlineData("dns-svcs__responsibilities", 1, 0, 0, 1, 0, 2)]
    [InlineData("hpc-ibm-spectrumlsf__responsibilities", 55, 2, 19, 32, 2, 2)]
    [InlineData("instructlab__responsibilities", 10, 0, 4, 6, 0, 5)]
    [InlineData("key-protect__shared-responsibilities", 25, 1, 6, 18, 0, 2)]
    [InlineData("log-analysis__core-shared-responsibilities", 18, 2, 5, 11, 0, 5)]
    [InlineData("mqcloud__learn-mqoc_responsibilities", 100, 72, 10, 18, 0, 1)]
    [InlineData("openshift__openshift_responsibilities@html-3c44bc2f", 4, 0, 0, 4, 0, 3)]
    [InlineData("openshift__responsibilities", 92, 62, 10, 20, 0, 8)]
    [InlineData("openshift__responsibilities@ul-c1fd5e16", 91, 63, 10, 18, 0, 11)]
    [InlineData("planning-analytics__responsibilities", 0, 0, 0, 0, 0, 1)]
    [InlineData("powervs-vpc__reference-shared-responsibilities", 5, 2, 2, 1, 0, 5)]
    [InlineData("resiliency__shared-responsibilities", 9, 5, 4, 0, 0, 0)]
    [InlineData("sap-powervs__reference-shared-responsibilities", 4, 1, 2, 1, 0, 2)]
    [InlineData("schematics__sc-about-responsibilities", 24, 8, 6, 5, 5, 17)]
    [InlineData("vmwaresolutions__vmonic-understand-responsib", 10, 0, 3, 7, 0, 1)]
    [InlineData("watsonx-code-assistant__responsibilities", 12, 1, 0, 11, 0, 7)]
    [InlineData("wh-acd__responsibilities", 1, 0, 0, 1, 0, 1)]
    public void A_page_has_the_rows_and_parties_that_were_counted_on_it(
        string page, int rows, int ibm, int client, int both, int nobody, int warnings)
    {
        var matrix = Read(page);

        Assert.Equal(
            (rows, ibm, client, both, nobody, warnings),
            (matrix.Rows.Count, Of(Party.Ibm), Of(Party.Client), Of(Party.Both), Of(Party.None), matrix.Warnings.Count));

        int Of(Party party) => matrix.Rows.Count(row => row.Party == party);
    }

    [Theory]
    [InlineData("key-protect__shared-responsibilities", 157, "Applications", "Continuously back up keys", "None. IBM and")]
    [InlineData("log-analysis__core-shared-responsibilities", 87, "Restore the service [*]", "Automatically recover and restart", null)]
    [InlineData("hpc-ibm-spectrumlsf__responsibilities", 105, "General", "Provide security controls", "Set up and maintain security")]
    [InlineData("apiconnect__responsibilities", 54, "Actions", "Integrate, generate, and activate", "Configure")]
    [InlineData("resiliency__shared-responsibilities", 57, "Application data", null, "Ensuring that application data, including")]
    [InlineData(
        "certificate-manager__understanding-your-responsibilities", 60, "Data", "Provide integrations with", "Use the provided tools")]
    [InlineData(
        "openshift__openshift_responsibilities@html-3c44bc2f", 88, "Security-rich environment", "Maintain controls", "Use the API, CLI")]
    [InlineData(
        "backup-recovery__responsibilities", 32, "Scaling", "Baas is responsible for scaling", "The Client is responsible for scaling")]
    [InlineData(
        "cloud-object-storage__cos-responsibilities", 26, "Operational responsibilities", "Maintaining SLAs", "Ensuring data back-ups")]
    public void A_row_says_what_the_page_says(string page, int line, string task, string? ibm, string? client)
    {
        var row = Assert.Single(Read(page).Rows, row => row.Task == task && line - row.Line is 0 or 1);

        Assert.StartsWith(ibm ?? "", row.TextOf(Party.Ibm) ?? "", StringComparison.Ordinal);
        Assert.StartsWith(client ?? "", row.TextOf(Party.Client) ?? "", StringComparison.Ordinal);
        Assert.Equal((ibm is null, client is null), (row.TextOf(Party.Ibm) is null, row.TextOf(Party.Client) is null));
    }

    private static ResponsibilityMatrix Read(string page)
    {
        var path = SharedFolder.File($"data/pages/{page}.md");
        Assert.SkipWhen(path is null, "The real pages do not lie beside this repository.");
        return MatrixReader.Read(File.ReadAllText(path!));
    }
}
