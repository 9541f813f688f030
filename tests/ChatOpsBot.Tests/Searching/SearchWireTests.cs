using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ChatOpsBot.Dialogs.Search;
using ChatOpsBot.Tests.House;
using ChatOpsBot.Tests.Support;
using CsCheck;

namespace ChatOpsBot.Tests.Searching;

/// <summary>What comes from compose boxes over the wire, asked for or not.</summary>
public sealed class SearchWireTests(SearchBotFixture box) : IClassFixture<SearchBotFixture>
{
    private static readonly string[] Fields =
    [
        "commandId", "parameters", "queryOptions", "name", "value", "skip", "count", "text", "initialRun",
    ];

    private static readonly Gen<JsonNode?> Anything = Gen.Recursive<JsonNode?>((depth, deeper) => depth > 3
        ? Leaves()
        : Gen.Frequency(
            (3, Leaves()),
            (1, deeper.Array[0, 4].Select(it => (JsonNode?)new JsonArray([.. it.Select(node => node?.DeepClone())]))),
            (2, Gen.Select(Gen.OneOf(Fields), deeper).Array[0, 5].Select(it => (JsonNode?)Object(it)))));

    [Theory]
    [InlineData("composeExtension/querySettingUrl")]
    [InlineData("composeExtension/setting")]
    [InlineData("composeExtension/selectItem")]
    [InlineData("composeExtension/fetchTask")]
    [InlineData("composeExtension/submitAction")]
    [InlineData("composeExtension/queryLink")]
    [InlineData("composeExtension/anonymousQueryLink")]
    [InlineData("composeExtension/onCardButtonClicked")]
    [InlineData("composeExtension/somethingNew")]
    public async Task What_was_not_offered_is_answered_in_words(string name)
    {
        var found = await box.Bot.AskAsync(ActivityJson.Search("rows").With("name", name));

        Assert.Equal((200, "Only search is available here."), (found.Status, found.Message));
    }

    [Theory]
    [InlineData("""{"commandId":"pizza"}""")]
    [InlineData("""{"commandId":7}""")]
    [InlineData("""{"commandId":""}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"rows\"")]
    [InlineData("null")]
    public async Task An_unknown_command_is_answered_in_words(string value)
    {
        var found = await box.Bot.AskAsync(ActivityJson.Search("rows").With("value", JsonNode.Parse(value)));

        Assert.Equal(200, found.Status);
        Assert.StartsWith("I cannot search for that.", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"commandId":"rows"}""", 7)]
    [InlineData("""{"commandId":"rows","parameters":{"name":"text"}}""", 7)]
    [InlineData("""{"commandId":"rows","parameters":[null,7,[],{"name":"text"}]}""", 7)]
    [InlineData("""{"commandId":"rows","parameters":[{"name":"text","value":7}]}""", 7)]
    [InlineData("""{"commandId":"rows","queryOptions":{"skip":-5,"count":-1}}""", 1)]
    [InlineData("""{"commandId":"rows","queryOptions":{"skip":1.5,"count":1e99}}""", 7)]
    [InlineData("""{"commandId":"rows","queryOptions":{"skip":"3","count":"all"}}""", 7)]
    [InlineData("""{"commandId":"rows","queryOptions":{"skip":5,"count":2147483647}}""", 2)]
    [InlineData("""{"commandId":"rows","queryOptions":{"skip":2147483647,"count":0}}""", 0)]
    [InlineData("""{"commandId":"rows","parameters":[{"name":"text","value":"ptf"},{"name":"text","value":"backup"}]}""", 1)]
    public async Task Malformed_values_are_read_as_far_as_they_go(string value, int hits)
    {
        var found = await box.Bot.AskAsync(ActivityJson.Search("rows").With("value", JsonNode.Parse(value)));

        Assert.Equal((200, hits), (found.Status, found.Hits.Count));
    }

    /// <summary>The manifest and the bot speak of the same commands.</summary>
    [Fact]
    public void Every_command_of_the_manifest_is_known()
    {
        var commands = JsonNode.Parse(Repository.Read("manifest/manifest.json"))!["composeExtensions"]![0]!["commands"]!.AsArray();

        Assert.Equal(SearchCommands.All, commands.Select(command => (string)command!["id"]!));
        Assert.All(
            commands,
            command =>
                Assert.Equal([SearchCommands.Text], command!["parameters"]!.AsArray().Select(parameter => (string?)parameter!["name"])));
    }

    [Fact]
    public async Task An_endless_text_is_cut_short()
    {
        var found = await box.Bot.SearchAsync("rows", new string('x', 100_000));

        Assert.InRange(found.Message!.Length, 1, 200);
    }

    [Fact]
    public async Task Wild_values_never_cause_a_fault_of_the_server()
    {
        var faults = new ConcurrentBag<string>();
        await Gen.Select(Gen.OneOf("rows", "requests", "events"), Gen.String[0, 60], Anything, Gen.Int[0, 5])
            .SampleAsync(
                async wild =>
                {
                    var (command, text, anything, where) = wild;
                    var found = await box.Bot.AskAsync(Spoil(ActivityJson.Search(command, text), anything, where));
                    if (
                        found.Status != 200
                        || found.Body?["composeExtension"] is null
                        || found.Message?.Contains("wrong on my side", StringComparison.Ordinal) is true)
                        faults.Add($"{found.Status} {command} {anything?.ToJsonString()}");
                },
                iter: 2_000);

        Assert.Empty(faults);
    }

    private static JsonObject Spoil(JsonObject activity, JsonNode? anything, int where)
    {
        var value = activity["value"]!.AsObject();
        var with = anything?.DeepClone();
        switch (where)
        {
            case 0:
                return activity;
            case 1:
                activity["value"] = with;
                break;
            case 2:
                value["parameters"] = with;
                break;
            case 3:
                value["queryOptions"] = with;
                break;
            case 4:
                value["parameters"]!.AsArray()[0]!["value"] = with;
                break;
            default:
                activity["entities"] = new JsonArray(with);
                activity.Remove("locale");
                break;
        }

        return activity;
    }

    private static Gen<JsonNode?> Leaves() => Gen.OneOf(
        Gen.String[0, 40].Select(it => (JsonNode?)it),
        Gen.OneOf("rows", "requests", "events", "\0", "\u202e", "DR-", "RST-7K3QZ9", "dr-99999999999999999999").Select(it => (JsonNode?)it),
        Gen.Long.Select(it => (JsonNode?)it),
        Gen.OneOf(0.5, -1e300, 1e300).Select(it => (JsonNode?)it),
        Gen.Bool.Select(it => (JsonNode?)it),
        Gen.Const((JsonNode?)null));

    private static JsonObject Object((string Name, JsonNode? Value)[] fields)
    {
        var json = new JsonObject();
        foreach (var (name, value) in fields)
            json[name] = value?.DeepClone();
        return json;
    }
}
