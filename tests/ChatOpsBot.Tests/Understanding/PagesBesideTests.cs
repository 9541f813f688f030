using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Tests.Understanding;

/// <summary>Questions where pages of other services lie beside the matrix.</summary>
public sealed class PagesBesideTests : IDisposable
{
    private const string Containers = """
        # Understanding your responsibilities when using Container Engine

        ## Change management

        | Task | IBM responsibilities | Your responsibilities |
        | ---- | -------------------- | --------------------- |
        | Worker nodes | Provide patches for the worker nodes. | Apply the patches to your worker nodes. |
        | Patching | Patch the control plane. | |
        | Ingress | Run the ingress controllers. | Write the ingress rules of your apps. |
        """;

    private const string Queues = """
        # Your responsibilities with using MQ

        ## Operations

        | Task | IBM responsibilities | Your responsibilities |
        | ---- | -------------------- | --------------------- |
        | Channels | | Configure the channels. |
        | Gateway | Run the ingress controllers of the queues. | |
        | Parking | Hand out the parking permits. | |
        """;

    private readonly SentenceReader _reader;

    public PagesBesideTests()
    {
        var library = MatrixLibrary.Shipped();
        library.Put([MatrixReader.Read(Containers).Named("container-engine"), MatrixReader.Read(Queues).Named("mq")]);
        _reader = new(library);
    }

    [Theory]
    [InlineData("who applies PTFs?", null, "Updates/Patching: Ibm")]
    [InlineData("who patches Container Engine?", "container-engine", "Patching: Ibm")]
    [InlineData("container-engine: who patches the worker nodes?", "container-engine", "Worker nodes: Client")]
    [InlineData("Wer patcht die Worker Nodes der ContainerEngine?", "container-engine", "Worker nodes: Client")]
    [InlineData("who configures the channels in MQ?", "mq", "Channels: Client")]
    [InlineData("show me the whole matrix of Container Engine", "container-engine", "the whole matrix")]
    [InlineData("who does what in Container Engine?", "container-engine", "the whole matrix")]
    [InlineData("show me the whole matrix", null, "the whole matrix")]
    public void The_page_that_is_named_is_the_one_that_answers(string asked, string? page, string summary)
    {
        var meaning = _reader.Read(asked);

        Assert.Equal((page, summary), (meaning.Page, meaning.Summary()));
        Assert.All(meaning.Rows, row => Assert.Equal(page, row.Page));
    }

    [Theory]
    [InlineData("who writes the ingress rules of our apps?")]
    public void A_page_that_was_not_named_answers_where_it_alone_has_every_word(string asked)
    {
        var meaning = _reader.Read(asked);

        var pages = meaning.Rows.Concat(meaning.DidYouMean).Select(row => row.Page).OfType<string>().Distinct();
        Assert.Equal("container-engine", Assert.Single(pages));
    }

    [Fact]
    public void What_two_services_have_is_offered_and_not_chosen() =>
        Assert.Equal(
            ["container-engine", "mq"], _reader.Read("who runs the ingress controllers?").DidYouMean.Select(row => row.Page).Order());

    [Fact]
    public void A_page_may_cover_what_is_outside_the_matrix() =>
        Assert.Equal("Parking", Assert.Single(_reader.Read("who hands out parking permits?").Rows).Task);

    [Theory]
    [InlineData("restore PRODLIB on LPAR1 from last night")]
    [InlineData("declare a failover for LPAR1: the site is down")]
    [InlineData("thanks a lot")]
    [InlineData("who checks the backups every day?")]
    [InlineData("who feeds the office cat?")]
    [InlineData("what is the lunch menu?")]
    public void Everything_else_means_what_it_means_without_pages(string said)
    {
        using var alone = new SentenceReader(MatrixLibrary.Shipped());

        Assert.Equal(alone.Read(said).Summary(), _reader.Read(said).Summary());
    }

    [Fact]
    public void A_question_that_follows_stays_on_the_page()
    {
        var before = _reader.Read("Container Engine: who patches the worker nodes?");

        var after = _reader.Read("and on IBM's side?", new([.. before.Rows.Select(RowName.Of)], before.Party, "en"));

        Assert.Equal(("container-engine", "Worker nodes: Ibm"), (after.Page, after.Summary()));
    }

    [Fact]
    public void A_page_that_is_taken_away_answers_no_more()
    {
        var library = MatrixLibrary.Shipped();
        library.Put([MatrixReader.Read(Queues).Named("mq")]);
        using var reader = new SentenceReader(library);
        Assert.Equal("mq", reader.Read("who configures the channels in MQ?").Page);

        library.Put([]);

        Assert.Null(reader.Read("who configures the channels in MQ?").Page);
    }

    public void Dispose() => _reader.Dispose();
}
