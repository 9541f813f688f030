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
