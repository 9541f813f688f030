using System.Net;
using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector;

/// <summary>Every line of the token's check list: one thing wrong, everything else right.</summary>
public sealed class TokenTests
{
    private static readonly Dictionary<string, Action<Letter>> Unproven = new()
    {
        ["no token"] = letter => letter.Tamper = _ => null,
        ["another scheme"] = letter => letter.Scheme = "Basic",
        ["an empty token"] = letter => letter.Tamper = _ => "",
        ["gibberish"] = letter => letter.Tamper = _ => "a.b.c",
        ["five parts, as an encrypted token has"] = letter => letter.Tamper = token => $"{token}.AAAA.AAAA",
        ["no signature, alg none"] = letter => letter.Header["alg"] = "none",
        ["signature cut off"] = letter => letter.Tamper = token => token[..(token.LastIndexOf('.') + 1)],
        ["HMAC with the public key"] = letter => letter.Header["alg"] = "HS256",
        ["an algorithm beside the list"] = letter => letter.Header["alg"] = "PS256",
        ["no algorithm"] = letter => letter.Header.Remove("alg"),
        ["no key id"] = letter => letter.Header.Remove("kid"),
        ["an unknown key id"] = letter => letter.Header["kid"] = "key-2",
        ["signed by another key"] = letter => letter.Key = new FakeKey("key-1", ["msteams"], keyNumber: 1),
        ["claims changed after signing"] = letter => letter.Tamper = token => Swap(token, letter),
        ["no issuer"] = letter => letter.Claims.Remove("iss"),
        ["another cloud's issuer"] = letter => letter.Claims["iss"] = "https://api.botframework.us",
        ["the Emulator's issuer"] = letter => letter.Claims["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
        ["no audience"] = letter => letter.Claims.Remove("aud"),
        ["another bot's token"] = letter => letter.Claims["aud"] = "99999999-2222-3333-4444-555555555555",
        ["an audience in another form"] = letter => letter.Claims["aud"] = $"api://{ActivityJson.AppId}",
        ["no expiry"] = letter => letter.Claims.Remove("exp"),
        ["expired six minutes ago"] = letter => Shift(letter, "exp", -65),
        ["valid in six minutes"] = letter => Shift(letter, "nbf", 7),
    };

    private static readonly Dictionary<string, Action<Letter>> Accepted = new()
    {
        ["as Teams sends it"] = _ => { },
        ["RS384"] = letter => letter.Header["alg"] = "RS384",
        ["the audience in other letters"] = letter => letter.Claims["aud"] = ActivityJson.AppId.ToUpperInvariant(),
        ["RS512"] = letter => letter.Header["alg"] = "RS512",
        ["expired four minutes ago"] = letter => Shift(letter, "exp", -63),
        ["valid in four minutes"] = letter => Shift(letter, "nbf", 5),
        ["serviceurl claim in other letters"] = letter => letter.Claims["serviceurl"] = ActivityJson.ServiceUrl.ToUpperInvariant(),
    };

    public static TheoryData<string> UnprovenTokens => [.. Unproven.Keys];

    public static TheoryData<string> AcceptedTokens => [.. Accepted.Keys];

    [Theory]
    [MemberData(nameof(UnprovenTokens))]
    public async Task A_token_that_proves_nothing_is_refused(string what)
    {
        await using var bot = await WiredBot.StartAsync();
        var letter = bot.Letter();
        Unproven[what](letter);

        var answer = await bot.SendAsync(letter);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(bot.Handler.Seen);
    }

    [Theory]
    [MemberData(nameof(AcceptedTokens))]
    public async Task A_token_of_the_Bot_Connector_is_accepted(string what)
    {
        await using var bot = await WiredBot.StartAsync();
        var letter = bot.Letter();
        Accepted[what](letter);

        var answer = await bot.SendAsync(letter);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(bot.Handler.Seen);
    }

    [Fact]
    public async Task The_token_is_checked_before_the_body_is_read()
    {
        await using var bot = await WiredBot.StartAsync();
        var letter = bot.Letter();
        letter.Tamper = _ => null;
        var request = letter.ToRequest();
        request.Content = new StringContent("no json");

        var answer = await bot.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static void Shift(Letter letter, string claim, int minutes) =>
        letter.Claims[claim] = (long)letter.Claims[claim]! + (minutes * 60);

    private static string Swap(string token, Letter letter)
    {
        var others = (JsonObject)letter.Claims.DeepClone();
        others["serviceurl"] = "https://smba.trafficmanager.net/amer/";
        var parts = token.Split('.');
        return $"{parts[0]}.{letter.Key.Sign(letter.Header, others).Split('.')[1]}.{parts[2]}";
    }
}
