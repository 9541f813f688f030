using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Host;

/// <summary>A pasted log is longer than any card: it is never the end of a turn.</summary>
public sealed class LongTextTests
{
    private static readonly string Log = string.Concat(Enumerable.Repeat("Zeile für Zeile ", 1_700));

    [Theory]
    [InlineData("declare a failover for LPAR1: {0}")]
    [InlineData("{0}")]
    [InlineData("restore PRODLIB on LPAR1 from yesterday, {0}")]
    [InlineData("who applies PTFs? {0}")]
    [InlineData("status RST-{0}")]
    [InlineData("follow {0}")]
    public async Task By_itself(string sentence) => await SaidAsync(sentence);

    [Theory]
    [InlineData("update DR-1: {0}")]
    [InlineData("correct DR-1: {0}")]
    [InlineData("reject DR-1: {0}")]
    [InlineData("close DR-1: {0}")]
    public async Task About_an_event(string sentence) => await SaidAsync("declare a failover for LPAR1: the site is down", sentence);

    [Theory]
    [InlineData("{0}", "{0}", "{0}")]
    [InlineData("library {0}")]
    [InlineData("PRODLIB", "{0}")]
    [InlineData("change library to {0}")]
    public async Task While_a_form_is_open(params string[] sentences) => await SaidAsync(["restore on LPAR1", .. sentences]);

    [Fact]
    public async Task In_a_forged_press_and_as_somebodys_name()
    {
        await using var bot = await RunningBot.StartAsync();
        var press = ActivityJson.Press("event.declare", new() { ["kind"] = "unplanned", ["systems"] = Log, ["reason"] = "fire" });
        press["from"]!["name"] = Log;
        var (_, body) = await bot.DeliverAsync(press.With("replyToId", "1"));
        Assert.DoesNotContain("went wrong", body!.ToJsonString(), StringComparison.Ordinal);

        var form = ActivityJson.Message("restore PRODLIB on LPAR1 from yesterday 22:00");
        form["from"]!["name"] = Log;
        await bot.DeliverAsync(form.With("id", "2"));
        await bot.DeliverAsync(ActivityJson.Message("my requests").With("id", "3"));
        Assert.All(bot.Teams.Messages, message => Assert.InRange(message.Content.ToJsonString().Length, 0, 28 * 1024));
    }

    private static async Task SaidAsync(params string[] sentences)
    {
        await using var bot = await RunningBot.StartAsync();
        foreach (var (sentence, at) in sentences.Select((sentence, at) => (sentence, at)))
        {
            var text = sentence.Replace("{0}", Log, StringComparison.Ordinal);
            await bot.DeliverAsync(ActivityJson.Message(text).With("id", $"{at}"));
            var answer = string.Join('\n', bot.Teams.Messages.Select(message => $"{message.Text} {message.Card}"));
            Assert.DoesNotContain("went wrong", answer, StringComparison.Ordinal);
            Assert.NotEmpty(answer);
        }
    }
}
