using System.Diagnostics;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Tests.Understanding;

public sealed class OtherPageTests
{
    private const string Page = """
        # Your responsibilities with the container service

        ## Change management

        | Task | IBM responsibilities | Your responsibilities |
        | ---- | -------------------- | --------------------- |
        | Worker nodes | Provide patches for the worker nodes. | Apply the patches to your worker nodes. |
        | Master | Update the Kubernetes master. | |
        | Ingress | Run the ingress controllers. | Write the ingress rules of your apps. |
        | VMware | Deliver new versions of vSphere. | Install the new versions. Back up your guests. |
        | Hardware | Replace broken disks. | |
        """;

    private const string Grid = """
        # Your responsibilities with the queue service

        ## Overview

        | Resource | Change management | Disaster recovery |
        | -------- | ----------------- | ----------------- |
        | Queues   | Shared            | You               |
        | Servers  | IBM               | IBM               |
        """;

    [Theory]
    [InlineData("who updates the master?", "Master: Ibm")]
    [InlineData("who writes ingress rules?", "Ingress: Client")]
    [InlineData("worker nodes?", "Worker nodes: Both")]
    [InlineData("who updates the Kubernetes master?", "Master: Ibm")]
    [InlineData("who patches the worker nodes?", "Worker nodes: Client")]
    [InlineData("who provides patches for the worker nodes?", "Worker nodes: Ibm")]
    [InlineData("who updtes the mastre", "Master: Ibm")]
    [InlineData("wer sichert unsere guests?", "VMware: Client")]
    [InlineData("hello colleagues, before Friday's steering committee: who writes the ingress rules?", "Ingress: Client")]
    public void A_page_the_vocabulary_does_not_know_is_answered_by_its_own_words(string asked, string summary)
    {
        using var reader = new SentenceReader(MatrixReader.Read(Page));

        Assert.Equal(summary, reader.Read(asked).Summary());
    }

    [Theory]
    [InlineData("who installs the new vsphere versions?", "VMware: Client")]
    [InlineData("who replaces broken disks?", "Hardware: Ibm")]
    public void What_is_outside_the_matrix_may_be_what_another_page_is_about(string asked, string summary)
    {
        using var reader = new SentenceReader(MatrixReader.Read(Page));

        Assert.Equal(summary, reader.Read(asked).Summary());
    }

    [Theory]
    [InlineData("queues?", "Queues @ Change management, Queues @ Disaster recovery: Both")]
    [InlineData("who is responsible for the servers", "Servers @ Change management, Servers @ Disaster recovery: Ibm")]
    [InlineData("who does the disaster recovery of the queues?", "Queues @ Disaster recovery: Client")]
    [InlineData("is change management of the servers on our side?", "Servers @ Change management: Ibm")]
    public void A_row_of_a_grid_stands_for_all_its_areas_until_one_is_named(string asked, string summary)
    {
        using var reader = new SentenceReader(MatrixReader.Read(Grid));

        var meaning = reader.Read(asked);

        Assert.Equal(summary, $"{string.Join(", ", meaning.Rows.Select(row => $"{row.Task} @ {row.Area}"))}: {meaning.Party}");
    }

    [Fact]
    public void A_page_of_ten_thousand_rows_is_searched_in_a_moment()
    {
        var rows = Enumerable.Range(0, 10_000).Select(row => $"| Unit {row} nodes | Provide patches. | Apply patches to unit {row}. |");
        using var reader = new SentenceReader(MatrixReader.Read(
            $"# Page\n| Task | IBM | You |\n|---|---|---|\n{string.Join('\n', rows)}"));
        Assert.Equal("Unit 4711 nodes: Client", reader.Read("who patches the nodes of unit 4711?").Summary());

        var times = Enumerable.Range(0, 200).Select(_ => Time(() => reader.Read("who patches the nodes of unit 4711?"))).Order().ToList();

        // The machine may do other work as well: the middle tells what the search takes.
        Assert.InRange(times[100].TotalMilliseconds, 0, 20);
    }

    private static TimeSpan Time(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed;
    }

    [Fact]
    public void What_such_a_page_does_not_mention_is_not_answered()
    {
        using var reader = new SentenceReader(MatrixReader.Read(Page));

        Assert.Empty(reader.Read("who feeds the office cat?").Rows);
    }
}
