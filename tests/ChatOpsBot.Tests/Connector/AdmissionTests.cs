using System.Net;
using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector;

/// <summary>A proven sender is still not allowed everything: one thing in the activity wrong, everything else right.</summary>
public sealed class AdmissionTests
{
    private const string OtherTenant = "ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee";

    private static readonly Dictionary<string, Action<Letter>> Forbidden = new()
    {
        ["no channel"] = letter => letter.Activity.Remove("channelId"),
        ["an empty channel"] = letter => letter.Activity["channelId"] = "",
        ["another channel than the key is endorsed for"] = letter => letter.Activity["channelId"] = "slack",
        ["no serviceurl claim"] = letter => letter.Claims.Remove("serviceurl"),
        ["a serviceurl claim that is no text"] = letter => letter.Claims["serviceurl"] = new JsonArray(ActivityJson.ServiceUrl),
        ["a token for another region"] = letter => letter.Claims["serviceurl"] = "https://smba.trafficmanager.net/amer/",
        ["no recipient"] = letter => letter.Activity.Remove("recipient"),
        ["another bot as recipient"] = letter => Child(letter, "recipient")["id"] = "28:99999999-2222-3333-4444-555555555555",
        ["the bare app id as recipient"] = letter => Child(letter, "recipient")["id"] = ActivityJson.AppId,
        ["no tenant"] = letter => RemoveTenants(letter),
        ["another tenant in the conversation"] = letter => Child(letter, "conversation")["tenantId"] = OtherTenant,
        ["another tenant in the channel's part"] = letter => letter.Activity["channelData"]!["tenant"]!["id"] = OtherTenant,
        ["a tenant that is no text, and no other"] = letter =>
        {
            RemoveTenants(letter);
            Child(letter, "conversation")["tenantId"] = 7;
        },
    };

    public static TheoryData<string> ForbiddenThings => [.. Forbidden.Keys];

    [Theory]
    [MemberData(nameof(ForbiddenThings))]
    public async Task An_activity_the_sender_may_not_send_is_refused(string what)
    {
        await using var bot = await WiredBot.StartAsync();
        var letter = bot.Letter();
        Forbidden[what](letter);

        var answer = await bot.SendAsync(letter);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(bot.Handler.Seen);
    }

    [Theory]
    [InlineData("https://evil.example/emea/")]
    [InlineData("https://anything.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/emea/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/emea/")]
    [InlineData("https://user:word@smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net./emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/emea/")]
    [InlineData("https://smba.trafficmanager.net/emea/?to=evil.example")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("http://localhost:56150/_connector")]
    [InlineData("https://127.0.0.1/emea/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//smba.trafficmanager.net/emea/")]
    [InlineData("smba.trafficmanager.net")]
    public async Task A_service_url_beside_the_list_is_refused_even_under_a_token_for_it(string serviceUrl)
    {
        await using var bot = await WiredBot.StartAsync();
        var letter = bot.Letter();
        letter.Activity["serviceUrl"] = serviceUrl;
        letter.Claims["serviceurl"] = serviceUrl;

        var answer = await bot.SendAsync(letter);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(bot.Handler.Seen);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("slack")]
    public async Task A_key_that_is_not_endorsed_for_Teams_is_refused(string? endorsement)
    {
        await using var bot = await WiredBot.StartAsync();
        var letter = bot.Letter();
        letter.Key = bot.Issuer.Announce(new FakeKey("key-2", endorsement is null ? null : [endorsement]));
        letter.Header["kid"] = "key-2";

        var answer = await bot.SendAsync(letter);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(bot.Handler.Seen);
    }

    [Fact]
    public async Task Another_channel_than_Teams_is_refused_even_with_a_key_for_it()
    {
        await using var bot = await WiredBot.StartAsync();
        var letter = bot.Letter();
        letter.Key = bot.Issuer.Announce(new FakeKey("key-2", ["msteams", "directline"]));
        letter.Header["kid"] = "key-2";
        letter.Activity["channelId"] = "directline";

        Assert.Equal(HttpStatusCode.Forbidden, (await bot.SendAsync(letter)).StatusCode);
        Assert.Empty(bot.Handler.Seen);
    }

    [Theory]
    [InlineData("conversation")]
    [InlineData("channelData")]
    public async Task One_of_the_two_places_of_the_tenant_is_enough(string emptied)
    {
        await using var bot = await WiredBot.StartAsync();
        var letter = bot.Letter();
        Child(letter, emptied).Remove(emptied == "conversation" ? "tenantId" : "tenant");

        var answer = await bot.SendAsync(letter);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static JsonObject Child(Letter letter, string name) => letter.Activity[name]!.AsObject();

    private static void RemoveTenants(Letter letter)
    {
        Child(letter, "conversation").Remove("tenantId");
        Child(letter, "channelData").Remove("tenant");
    }
}
