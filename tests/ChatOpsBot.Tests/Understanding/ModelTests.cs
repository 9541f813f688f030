using ChatOpsBot.Domain.Understanding;
using ChatOpsBot.Domain.Understanding.Labels;
using ChatOpsBot.Domain.Understanding.Model;

namespace ChatOpsBot.Tests.Understanding;

public sealed class ModelTests
{
    [Fact]
    public void What_is_written_is_read_again_with_the_same_shares()
    {
        // The table stands in the order of its ids.
        Feature[] words = [.. new[] { Word("backup"), Word("hello") }.OrderBy(word => word.Id)];
        var (backup, hello) = (words[0], words[1]);
        MessageLabel[] labels = [new(MessageKind.Who, "Backup and Restore", Domain.Matrix.Party.Both), new(MessageKind.Smalltalk)];
        var table = new FeatureTable([backup.Id, hello.Id], [(Half)1, (Half)2]);
        var model = SentenceModel.Of(labels, table, [4, -4, -3, 3], [0.5f, 0]);

        using var stream = new MemoryStream();
        model.Write(stream);
        stream.Position = 0;
        var read = SentenceModel.Read(stream);

        Assert.Equal(labels, read.Labels);
        Assert.Equal(labels[0], read.Weigh([backup]).BestExcept());
        Assert.Equal(labels[1], read.Weigh([hello]).BestExcept());
        Assert.Equal(model.Weigh([backup]).Share(MessageKind.Who), read.Weigh([backup]).Share(MessageKind.Who));
    }

    [Fact]
    public void Each_label_is_weighed_the_same_among_many_as_beside_one_other()
    {
        var random = new Random(1);
        var labels = Enumerable.Range(0, 75)
            .Select(number => new MessageLabel(MessageKind.Who, $"Row {number}", Domain.Matrix.Party.Ibm)).ToList();
        Feature[] words = [.. Enumerable.Range(0, 3).Select(number => Word($"word {number}")).OrderBy(word => word.Id)];
        var weights = words.Select(_ => labels.Select(_ => random.NextSingle() - 0.5f).ToArray()).ToArray();
        var all = ModelOf(labels, [.. weights.SelectMany(row => row)]).Weigh(words);

        for (var at = 1; at < labels.Count; at++)
        {
            var two = ModelOf([labels[0], labels[at]], [.. weights.SelectMany(row => new[] { row[0], row[at] })]).Weigh(words);
            Assert.Equal(two.Share(labels[at]) / two.Share(labels[0]), all.Share(labels[at]) / all.Share(labels[0]), tolerance: 1e-4f);
        }

        SentenceModel ModelOf(List<MessageLabel> some, float[] ofFeatures) => SentenceModel.Of(
            some,
            new FeatureTable([.. words.Select(word => word.Id)], [(Half)1, (Half)2, (Half)3]),
            ofFeatures,
            new float[some.Count]);
    }

    [Fact]
    public void The_shipped_model_knows_every_row_and_every_request()
    {
        var labels = Embedded.Model().Labels;

        Assert.Equal(7 * 3, labels.Count(label => label.Task is not null and not MessageLabel.WholeMatrix));
        Assert.Equal(
            ["backup", "dr_failover", "mfa", "pam", "restore"],
            labels.Select(label => label.Request).OfType<string>().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Restore PRODLIB on LPAR1, please", "restore", "§name", "on", "§name", ",", "please")]
    [InlineData("DR-3 at 22:00: T-000012?", "§event", "at", "§time", ":", "§ticket", "?")]
    [InlineData("CPF9801 für Über", "§msgid", "fur", "uber")]
    [InlineData("mail jane@example.com 2026-11-30", "mail", "§mail", "§num")]
    public void What_differs_from_message_to_message_becomes_a_sign(string text, params string[] words) =>
        Assert.Equal(words, TextWords.Of(text));

    [Theory]
    [InlineData("LPAR1 and PAYPROD")]
    [InlineData("PRODLIB2")]
    public void Names_alone_are_no_wish(string text) => Assert.Null(Listener.Hear(text).Request);

    [Theory]
    [InlineData("the restore is not needed any more")]
    [InlineData("who is responsible for MFA?")]
    [InlineData("backup")]
    public void What_is_denied_asked_or_only_named_opens_no_form(string text) =>
        Assert.NotEqual(Intent.Request, Listener.Hear(text).Intent);

    private static Feature Word(string word) => Feature.Of(FeatureGroup.Words, 'w', word);
}
