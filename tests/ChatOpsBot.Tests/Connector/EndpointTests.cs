using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector;

/// <summary>What the endpoint answers to well and badly formed requests of a proven sender.</summary>
public sealed class EndpointTests
{
    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"message\",\"type\":\"invoke\"}")]
    [InlineData("{\"type\":\"message\",\"\\ud800\":1}")]
    [InlineData("{\"type\":\"message\",\"value\":{\"\\ud800\":1,\"\\udfff\":2}}")]
    public async Task A_body_that_is_no_activity_is_a_bad_request(string body)
    {
        await using var bot = await WiredBot.StartAsync();

        var answer = await bot.SendTextAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((string)(await JsonOf(answer))["error"]!);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("conversation")]
    [InlineData("serviceUrl")]
    public async Task An_activity_without_a_needed_field_is_a_bad_request_that_names_it(string field)
    {
        await using var bot = await WiredBot.StartAsync();

        var answer = await bot.SendAsync(bot.Letter(ActivityJson.Message().With(field, null)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(field, (string)(await JsonOf(answer))["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_that_no_header_can_name_is_a_bad_request()
    {
        await using var bot = await WiredBot.StartAsync();
        var activity = ActivityJson.Message();
        activity["conversation"]!["id"] = "a:ana\r\nx: y";

        Assert.Equal(HttpStatusCode.BadRequest, (await bot.SendAsync(bot.Letter(activity))).StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/jsonp")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task Another_content_type_than_JSON_is_refused(string contentType)
    {
        await using var bot = await WiredBot.StartAsync();

        var answer = await bot.SendBytesAsync(Encoding.UTF8.GetBytes(ActivityJson.Message().ToJsonString()), contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData(256 * 1024, HttpStatusCode.OK)]
    [InlineData((256 * 1024) + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_may_have_256_KB_and_no_byte_more(int size, HttpStatusCode expected)
    {
        await using var bot = await WiredBot.StartAsync();
        var body = ActivityJson.Message("");
        var filled = body.With("text", new string('x', size - body.ToJsonString().Length)).ToJsonString();

        var whole = await bot.SendTextAsync(filled);
        var inPieces = await SendInPiecesAsync(bot, filled);

        Assert.Equal(expected, whole.StatusCode);
        Assert.Equal(expected, inPieces.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    public async Task Another_method_than_POST_is_not_allowed(string method)
    {
        await using var bot = await WiredBot.StartAsync();

        var answer = await bot.Http.SendAsync(new(new(method), "/api/messages"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("conversationUpdate")]
    [InlineData("installationUpdate")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("typing")]
    public async Task A_known_activity_reaches_the_handler_and_is_answered_200(string type)
    {
        await using var bot = await WiredBot.StartAsync();

        var answer = await bot.SendAsync(bot.Letter(ActivityJson.Activity(type)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, Assert.Single(bot.Handler.Seen).Type);
    }

    [Fact]
    public async Task An_unknown_activity_is_answered_200_and_goes_no_further()
    {
        await using var bot = await WiredBot.StartAsync();

        var answer = await bot.SendAsync(bot.Letter(ActivityJson.Activity("somethingNew")));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(bot.Handler.Seen);
    }

    [Fact]
    public async Task An_invoke_nobody_handles_is_501()
    {
        await using var bot = await WiredBot.StartAsync();

        Assert.Equal(HttpStatusCode.NotImplemented, (await bot.SendAsync(bot.Letter(ActivityJson.Press("go")))).StatusCode);
    }

    [Fact]
    public async Task A_press_is_answered_with_the_card_that_takes_its_place()
    {
        await using var bot = await WiredBot.StartAsync();
        bot.Handler.Answer = press => InvokeReply.Card(new JsonObject { ["verb"] = ((ActivityPayload.ButtonPressed)press.Payload).Verb });

        var answer = await JsonOf(await bot.SendAsync(bot.Letter(ActivityJson.Press("ask-again"))));

        Assert.Equal(200, (int)answer["statusCode"]!);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string)answer["type"]!);
        Assert.Equal("ask-again", (string)answer["value"]!["verb"]!);
    }

    [Fact]
    public async Task A_press_can_be_answered_with_a_line_or_an_error()
    {
        await using var bot = await WiredBot.StartAsync();
        bot.Handler.Answer = _ => InvokeReply.Message("Noted.");
        var line = await JsonOf(await bot.SendAsync(bot.Letter(ActivityJson.Press("go"))));
        bot.Handler.Answer = _ => InvokeReply.Error("Stale", "This card is old.");
        var error = await JsonOf(await bot.SendAsync(bot.Letter(ActivityJson.Press("go"))));

        Assert.Equal("Noted.", (string)line["value"]!);
        Assert.Equal(400, (int)error["statusCode"]!);
        Assert.Equal("application/vnd.microsoft.error", (string)error["type"]!);
        Assert.Equal("Stale", (string)error["value"]!["code"]!);
    }

    [Fact]
    public async Task A_handler_that_throws_asks_for_the_message_again_but_answers_a_press()
    {
        await using var bot = await WiredBot.StartAsync();
        bot.Handler.Answer = _ => throw new InvalidOperationException("secret detail");

        var message = await bot.SendAsync(bot.Letter());
        var press = await bot.SendAsync(bot.Letter(ActivityJson.Press("go")));

        Assert.Equal(HttpStatusCode.InternalServerError, message.StatusCode);
        Assert.Equal(HttpStatusCode.OK, press.StatusCode);
        Assert.Equal(500, (int)(await JsonOf(press))["statusCode"]!);
        Assert.DoesNotContain("secret", (await JsonOf(press)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_cannot_have_the_bots_messages_held_back_for_the_response()
    {
        await using var bot = await WiredBot.StartAsync();

        var answer = await bot.SendAsync(bot.Letter(ActivityJson.Message().With("deliveryMode", "expectReplies")));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Single(bot.Handler.Seen);
    }

    [Fact]
    public async Task A_body_that_is_all_faults_is_given_up_early()
    {
        await using var bot = await WiredBot.StartAsync();
        var members = new JsonArray([.. Enumerable.Repeat(0, 50_000).Select(it => (JsonNode?)it)]);

        var answer = await bot.SendAsync(bot.Letter(ActivityJson.Activity("conversationUpdate").With("membersAdded", members)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(bot.Handler.Seen);
    }

    private static async Task<JsonNode> JsonOf(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

    private static async Task<HttpResponseMessage> SendInPiecesAsync(WiredBot bot, string body)
    {
        var request = bot.Letter().ToRequest();
        request.Headers.TransferEncodingChunked = true;
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await bot.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
