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
        """;

    [Theory]
    [InlineData("who updates the master?", "Master: Ibm")]
    [InlineData("who writes ingress rules?", "Ingress: Client")]
    [InlineData("worker nodes?", "Worker nodes: Both")]
    [InlineData("who updates the Kubernetes master?", "Master: Ibm")]
    public void A_page_the_vocabulary_does_not_know_is_answered_by_its_own_words(string asked, string summary)
    {
        using var reader = new SentenceReader(MatrixReader.Read(Page));

        Assert.Equal(summary, reader.Read(asked).Summary());
    }

    [Fact]
    public void What_such_a_page_does_not_mention_is_not_answered()
    {
        using var reader = new SentenceReader(MatrixReader.Read(Page));

        Assert.Empty(reader.Read("who feeds the office cat?").Rows);
    }
}
