using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Tests.Support;
using CsCheck;

namespace ChatOpsBot.Tests.Connector;

/// <summary>Ten thousand bodies that nobody thought of, under a valid token, through the real endpoint.</summary>
public sealed class WildInputTests
{
    private static readonly string[] FieldNames =
    [
        "type", "id", "name", "text", "locale", "serviceUrl", "channelId", "from", "recipient", "conversation", "value", "action", "verb",
        "data", "trigger", "replyToId", "entities", "mentioned", "channelData", "tenant", "tenantId", "team", "channel", "eventType",
        "membersAdded", "membersRemoved", "reactionsAdded", "isGroup", "aadObjectId", "$type", "__proto__", "",
    ];

    private static readonly Gen<string> Strings = Gen.OneOf(
        Gen.OneOf(
            "message", "invoke", "adaptiveCard/action", "msteams", ActivityJson.BotId, "<at>x</at>", "\0", "\u202e", "{0}", "e\u0301"),
        Gen.String[0, 40],
        Gen.Char.Array[0, 20].Select(it => new string(it)));

    private static readonly Gen<JsonNode?> Leaves = Gen.OneOf(
        Strings.Select(it => (JsonNode?)it),
        Gen.Long.Select(it => (JsonNode?)it),
        Gen.OneOf(0.5, -1e300, 1e300).Select(it => (JsonNode?)it),
        Gen.Bool.Select(it => (JsonNode?)it),
        Gen.Const((JsonNode?)null));

    private static readonly Gen<JsonNode?> Json = Gen.Recursive<JsonNode?>((depth, deeper) => depth > 4
        ? Leaves
        : Gen.Frequency(
            (3, Leaves),
            (1, deeper.Array[0, 4].Select(it => (JsonNode?)new JsonArray([.. it.Select(Copy)]))),
            (2, Gen.Select(Gen.OneOf(FieldNames), deeper).Array[0, 6].Select(it => (JsonNode?)Object(it)))));

    /// <summary>A good activity with up to four fields, at any depth, replaced by anything.</summary>
    private static readonly Gen<string> SpoiltActivities = Gen.Select(
        Gen.Bool, Gen.Select(Gen.Int[0, 1000], Gen.OneOf(FieldNames), Json).Array[1, 4]).Select(Spoil);

    private static readonly Gen<byte[]> Bodies = Gen.Frequency(
        (6, SpoiltActivities.Select(Encoding.UTF8.GetBytes)),
        (2, Json.Select(it => Encoding.UTF8.GetBytes(it?.ToJsonString() ?? "null"))),
        (1, Gen.Byte.Array[0, 300]),
        (1, Gen.Select(SpoiltActivities, Gen.Int[0, 400], Gen.Byte).Select(BreakOneByte)));

    [Fact]
    public async Task Ten_thousand_wild_bodies_never_cause_a_fault_of_the_server()
    {
        await using var bot = await WiredBot.StartAsync();
        bot.Handler.Answer = LookAtEverything;
        var token = AuthenticationHeaderValue.Parse(bot.Letter().ToRequest().Headers.GetValues("Authorization").Single());
        var statuses = new ConcurrentDictionary<int, int>();

        await Bodies.SampleAsync(
            async body =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) };
                request.Content.Headers.ContentType = new("application/json");
                request.Headers.Authorization = token;
                using var answer = await bot.Http.SendAsync(request, TestContext.Current.CancellationToken);
                statuses.AddOrUpdate((int)answer.StatusCode, 1, (_, count) => count + 1);
                return (int)answer.StatusCode is < 500 or 501;
            },
            iter: 10_000);

        // The generator is worth something only if it gets through every door.
        Assert.All(
            [200, 400, 403, 501],
            status => Assert.True(statuses.GetValueOrDefault(status) > 50, $"{status}: {statuses.GetValueOrDefault(status)}"));
    }

    [Fact]
    public async Task Wild_authorization_headers_are_refused_and_nothing_worse()
    {
        await using var bot = await WiredBot.StartAsync();
        var part = Gen.OneOf(Gen.String[Gen.Char.AlphaNumeric, 0, 60], Json.Select(it => Base64(it?.ToJsonString() ?? "")));
        var tokens = part.Array[0, 6].Select(parts => $"Bearer {string.Join('.', parts)}");

        await tokens.SampleAsync(
            async header =>
            {
                using var request = bot.Letter().ToRequest();
                request.Headers.Remove("Authorization");
                request.Headers.TryAddWithoutValidation("Authorization", header);
                using var answer = await bot.Http.SendAsync(request, TestContext.Current.CancellationToken);
                return (int)answer.StatusCode == 401;
            },
            iter: 1_000);
    }

    [Fact]
    public async Task Wild_headers_and_claims_under_a_good_signature_do_no_harm()
    {
        await using var bot = await WiredBot.StartAsync();
        var odd = Gen.OneOf(
            Json,
            Gen.OneOf("RS256", "key-1", "-1", "9999999999999999999").Select(it => (JsonNode?)it),
            Gen.OneOf(1e300, -1e300, 1e18).Select(it => (JsonNode?)it));
        var changes = Gen.Select(
            Gen.OneOf("alg", "kid", "typ", "cty", "zip", "crit", "iss", "aud", "exp", "nbf", "iat", "serviceurl"), odd);

        await changes.Array[1, 3].SampleAsync(
            async spoilt =>
            {
                var letter = bot.Letter();
                foreach (var (name, value) in spoilt)
                    (name is "iss" or "aud" or "exp" or "nbf" or "iat" or "serviceurl" ? letter.Claims : letter.Header)[name] = Copy(value);
                using var answer = await bot.SendAsync(letter);
                return (int)answer.StatusCode is 200 or 401 or 403;
            },
            iter: 1_000);
    }

    private static InvokeReply? LookAtEverything(IncomingActivity activity)
    {
        _ = activity.ToString();
        _ = activity.Reference.RootId;
        return activity.Payload is ActivityPayload.ButtonPressed press ? InvokeReply.Message($"{press.Verb} {press.Values.Count}") : null;
    }

    private static string Spoil(bool isPress, (int Where, string Field, JsonNode? With)[] changes)
    {
        var activity = isPress ? ActivityJson.Press("go") : ActivityJson.Message("<at>x</at> hello");
        foreach (var (where, field, with) in changes)
        {
            JsonObject[] places = [activity, .. activity.Select(it => it.Value).OfType<JsonObject>()];
            var place = places[where % places.Length];
            var known = place.Select(it => it.Key).Append(field).ToArray();
            place[known[where / places.Length % known.Length]] = Copy(with);
        }

        return activity.ToJsonString();
    }

    private static byte[] BreakOneByte(string json, int at, byte with)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        bytes[at % bytes.Length] = with;
        return bytes;
    }

    private static JsonObject Object((string Name, JsonNode? Value)[] fields)
    {
        var json = new JsonObject();
        foreach (var (name, value) in fields)
            json[name] = Copy(value);
        return json;
    }

    private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();

    private static string Base64(string text) =>
        Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text));
}
