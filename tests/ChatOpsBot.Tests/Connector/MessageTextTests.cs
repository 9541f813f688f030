using System.Text.Json.Nodes;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector;

/// <summary>What Teams writes into a message beside what a person typed.</summary>
public sealed class MessageTextTests
{
    private const string Bot = "<at>ChatOps</at>";
    private const string Ben = "<at>Ben Smith</at>";

    [Theory]
    [InlineData("<at>ChatOps</at>&nbsp;help", "help")]
    [InlineData("<at>ChatOps</at> dr events&nbsp;", "dr events")]
    [InlineData("<at>ChatOps</at>\u00a0follow\u00a0LPAR1", "follow LPAR1")]
    [InlineData("<at>ChatOps</at> is\u200b it AT&amp;T &lt;or&gt; &quot;us&quot; &#39;?", "is it AT&T <or> \"us\" '?")]
    [InlineData("<at>ChatOps</at> we see &amp;lt; in the log", "we see &lt; in the log")]
    [InlineData("<at>ChatOps</at> who applies&#65534; PTFs?", "who applies PTFs?")]
    [InlineData("<at>ChatOps</at>\r\nline one\r\nline two", "line one\nline two")]
    public async Task What_html_escapes_is_read_once(string text, string heard) =>
        Assert.Equal(heard, (await ReadAsync(text, Mention(ActivityJson.BotId, Bot))).Text);

    [Fact]
    public async Task What_somebody_typed_never_becomes_markup() =>
        Assert.Equal(
            "<at>Ben Smith</at> and <quoted messageId=\"1\"/>",
            (await ReadAsync("&lt;at&gt;Ben Smith&lt;/at&gt; and &lt;quoted messageId=\"1\"/&gt;", Mention("29:ben", Ben), Quote())).Text);

    [Fact]
    public async Task A_colleague_in_the_sentence_is_a_name() =>
        Assert.Equal(
            "update DR-1: Ben Smith restarts QHTTPSVR, the line of AT&T is up",
            (await ReadAsync(
                $"{Bot} update DR-1: {Ben} restarts QHTTPSVR, the line of AT&amp;T is up",
                Mention(ActivityJson.BotId, Bot),
                Mention("29:ben", Ben))).Text);

    [Theory]
    [InlineData($"{Bot} {Ben} update DR-1: done", "Ben Smith update DR-1: done", "update DR-1: done")]
    [InlineData($"{Ben} {Bot} deliveries DR-1", "Ben Smith deliveries DR-1", "deliveries DR-1")]
    [InlineData($"{Bot} deliveries DR-1 {Ben}", "deliveries DR-1 Ben Smith", "deliveries DR-1")]
    [InlineData($"{Bot} {Ben}", "Ben Smith", "")]
    public async Task Who_is_called_at_either_end_is_no_part_of_an_order(string text, string heard, string order)
    {
        var message = await ReadAsync(text, Mention(ActivityJson.BotId, Bot), Mention("29:ben", Ben));
        Assert.Equal((heard, order), (message.Text, message.Order));
    }

    [Theory]
    [InlineData("<quoted messageId=\"1772050244572\"/> my requests", "my requests")]
    [InlineData("<quoted messageId=\"1\"></quoted>\n\nupdate DR-1: at ninety", "update DR-1: at ninety")]
    [InlineData("<quoted messageId=\"1\"/> and <quoted messageId=\"2\"/>", "and <quoted messageId=\"2\"/>")]
    public async Task One_quoted_message_is_taken_out_for_each_entity(string text, string heard) =>
        Assert.Equal(heard, (await ReadAsync(text, Quote())).Text);

    [Fact]
    public async Task What_an_older_client_quotes_is_told_from_the_answer_by_the_html()
    {
        const string Html = """
            <blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong itemprop="mri">Ben</strong><span itemprop="time"></span>
            <p itemprop="preview">who applies PTFs?</p></blockquote><p><span itemtype="http://schema.skype.com/Mention" itemid="0">ChatOps</span> and on our side?</p>
            """;
        var message = await ReadHtmlAsync(
            $"Ben\nwho applies PTFs?\n\n{Bot} and on our side?", [Mention(ActivityJson.BotId, Bot)], Attachment("text/html", Html));
        Assert.Equal("and on our side?", message.Text);
    }

    [Theory]
    [InlineData("<div><img alt=\"👍\" itemtype=\"http://schema.skype.com/Emoji\"></div>", "👍")]
    [InlineData("<p>yes <emoji id=\"yes\" alt=\"👍\" title=\"\"></emoji></p>", "yes 👍")]
    [InlineData("<div><p>who applies PTFs?</p><p>we&nbsp;or IBM<br>thanks</p></div>", "who applies PTFs?\nwe or IBM\nthanks")]
    public async Task Without_a_text_the_html_is_read(string html, string heard) =>
        Assert.Equal(heard, (await ReadHtmlAsync(null, [], Attachment("text/html", html))).Text);

    [Fact]
    public async Task A_picture_is_told_of()
    {
        var message = await ReadHtmlAsync(null, [], Attachment("image/*", null), Attachment("text/html", "<p><img src=\"x\" alt=\"image\"></p>"));
        Assert.Equal(("", true), (message.Text, message.Files is [{ Source: SentFileSource.Picture }]));
    }

    [Fact]
    public async Task Html_may_nest_as_deep_as_a_message_is_long()
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", 15_000)) + "help";
        Assert.Equal("help", (await ReadHtmlAsync(null, [], Attachment("text/html", deep))).Text);
    }

    private static JsonObject Mention(string who, string written) => new()
    {
        ["type"] = "mention",
        ["text"] = written,
        ["mentioned"] = new JsonObject { ["id"] = who, ["name"] = "whatever" },
    };

    private static JsonObject Quote() => new() { ["type"] = "quotedReply", ["quotedReply"] = new JsonObject { ["messageId"] = "1" } };

    private static JsonObject Attachment(string type, string? content) => new() { ["contentType"] = type, ["content"] = content };

    private static Task<ActivityPayload.Message> ReadAsync(string? text, params JsonObject[] entities) =>
        ReadHtmlAsync(text, entities);

    private static async Task<ActivityPayload.Message> ReadHtmlAsync(
        string? text, JsonObject[] entities, params JsonObject[] attachments)
    {
        await using var bot = await WiredBot.StartAsync();
        var activity = await bot.ReadAsync(
            ActivityJson.Message()
                .With("text", text)
                .With("entities", new JsonArray([.. entities]))
                .With("attachments", new JsonArray([.. attachments])));
        return Assert.IsType<ActivityPayload.Message>(activity.Payload);
    }
}
