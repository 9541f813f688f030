using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using static ChatOpsBot.Tests.Recovery.ReportSender;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>What is wrong with a report is told by field, and whatever is sent is the sender's fault and not the bot's.</summary>
public sealed class MalformedReportTests(ReportedDrill drill) : IClassFixture<ReportedDrill>
{
    private static readonly string[] Types =
    [
        "application/cloudevents+json", "application/cloudevents-batch+json", "application/json", "text/plain",
        "application/cloudevents+json; charset=utf-16", "",
    ];

    private static readonly Gen<string> Scrap = Pick(
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"specversion\"",
        "\"1.0\"",
        "\"id\"",
        "\"source\"",
        "\"/m\"",
        "\"type\"",
        "\"chatopsbot.dr.update\"",
        "\"data\"",
        "\"data_base64\"",
        "\"event\"",
        "\"DR-1\"",
        "\"text\"",
        "null",
        "true",
        "1e999",
        "-0",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"time\"",
        "\"2026-13-45\"",
        "\"datacontenttype\"",
        " ",
        "\u00ff");

    private readonly ReportSender _sender = drill.Sender;

    [Theory]
    [InlineData("declare", """{"systems": [{"primary": "LPAR1"}]}""", "data.kind")]
    [InlineData("declare", """{"kind": "war", "systems": [{"primary": "LPAR1"}]}""", "data.kind")]
    [InlineData("declare", """{"kind": "drill"}""", "data.systems")]
    [InlineData("declare", """{"kind": "drill", "systems": []}""", "data.systems")]
    [InlineData("declare", """{"kind": "drill", "systems": ["LPAR1"]}""", "data.systems[0]")]
    [InlineData("declare", """{"kind": "drill", "systems": [{"primary": "LPAR1"}, {"drSide": "X"}]}""", "data.systems[1].primary")]
    [InlineData("declare", """{"kind": "drill", "systems": [{"primary": "LPAR1", "drside": "X"}]}""", "data.systems[0].drside")]
    [InlineData("declare", """{"kind": "drill", "systems": [{"primary": "LPAR1", "drSide": "lpar1"}]}""", "data.systems[0].drSide")]
    [InlineData("declare", """{"kind": "drill", "systems": [{"primary": "LPAR1\u0000"}]}""", "data.systems[0].primary")]
    [InlineData("step", """{"state": "approved"}""", "data.event")]
    [InlineData("step", """{"event": "DR-1", "system": "LPAR1", "state": "approved"}""", "data.event")]
    [InlineData("step", """{"event": "3", "state": "approved"}""", "data.event")]
    [InlineData("step", """{"event": "DR-1"}""", "data.state")]
    [InlineData("step", """{"event": "DR-1", "state": 3}""", "data.state")]
    [InlineData("update", """{"event": "DR-1"}""", "data.text")]
    [InlineData("update", """{"event": "DR-1", "text": "  "}""", "data.text")]
    [InlineData("update", """{"event": "DR-1", "text": "\ud800"}""", "data.text")]
    [InlineData("update", """{"event": "DR-1", "text": "a", "state": "approved"}""", "data.state")]
    [InlineData("correct", """{"event": "DR-1", "text": "a"}""", "data.line")]
    [InlineData("correct", """{"event": "DR-1", "text": "a", "line": 0}""", "data.line")]
    [InlineData("correct", """{"event": "DR-1", "text": "a", "line": 100000}""", "data.line")]
    [InlineData("fly", "{}", "type")]
    [InlineData("update", "[]", "data")]
    public async Task The_field_that_is_wrong_is_named(string type, string data, string field)
    {
        var (status, body) = await _sender.SendAsync(
            $$"""{"specversion": "1.0", "source": "/m", "id": "1", "type": "chatopsbot.dr.{{type}}", "data": {{data}}}""",
            "application/cloudevents+json");
        Assert.Equal((400, field), (status, (string?)Assert.Single(body!["errors"]!.AsArray())!["field"]));
        Assert.Contains(field, (string)body["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_an_attribute_that_is_missing()
    {
        var (status, body) = await _sender.SendAsync(
            """{"specversion": "1.0", "type": "chatopsbot.dr.update", "source": "/m", "data": {}}""",
            "application/cloudevents+json");
        Assert.Equal(400, status);
        Assert.Contains("id", (string)body!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_would_not_fit_a_key_are_refused()
    {
        var report = Event(new string('ä', 200), "update", Data("""{"event": "DR-1", "text": "a"}"""));
        report["source"] = "/" + new string('x', 1024);
        var (status, body) = await _sender.SendAsync(report);
        Assert.Equal(400, status);
        Assert.Equal(["source", "id"], body!["errors"]!.AsArray().Select(fault => (string?)fault!["field"]));
    }

    [Theory]
    [InlineData(415, "application/json")]
    [InlineData(415, "application/cloudevents+xml")]
    [InlineData(415, null)]
    [InlineData(400, "application/cloudevents-batch+json")]
    public async Task Another_form_is_refused(int status, string? type) =>
        Assert.Equal(
            status,
            (await _sender.SendAsync(Event("1", "update", Data("""{"event": "DR-1", "text": "a"}""")).ToJsonString(), type)).Status);

    [Fact]
    public async Task Too_much_is_refused_whether_its_length_is_told_or_not()
    {
        var bytes = Encoding.UTF8.GetBytes($$"""{"specversion": "1.0", "x": "{{new string('x', 300_000)}}"}""");
        using var told = new ByteArrayContent(bytes);
        Assert.Equal(413, (await _sender.SendAsync(told, Types[0])).Status);
        using var untold = new StreamContent(new Unsized(bytes));
        Assert.Equal(413, (await _sender.SendAsync(untold, Types[0])).Status);

        var many = new JsonArray([
            .. Enumerable.Range(0, 101).Select(at => Event($"{at}", "update", Data("""{"event": "DR-1", "text": "a"}"""))),
        ]);
        Assert.Equal(413, (await _sender.SendAsync(many)).Status);
    }

    [Fact]
    public async Task An_empty_batch_is_answered_by_nothing() =>
        Assert.Equal(
            (200, "[]"), await _sender.SendAsync(new JsonArray()) is var (status, body) ? (status, body!.ToJsonString()) : default);

    [Fact]
    public async Task Nothing_that_is_sent_is_a_fault_of_the_bot() =>
        await Gen.Select(Scrap.Array[0, 20], Gen.Int[0, Types.Length - 1], Gen.Bool, Gen.String)
            .SampleAsync(
                async (scraps, type, isBinary, wild) =>
                {
                    var body = isBinary ? wild : string.Concat(scraps);
                    (string, string)[] headers =
                        type == 2
                            ?
                            [
                                ("ce-specversion", "1.0"),
                                ("ce-id", "%ZZ%00"),
                                ("ce-source", ":"),
                                ("ce-type", "chatopsbot.dr.update"),
                                ("ce-time", "soon"),
                            ]
                            : [];
                    Assert.InRange((await _sender.SendAsync(body, Types[type], headers)).Status, 200, 499);
                },
                iter: 400,
                threads: 2);

    [Fact]
    public async Task Nor_is_a_right_report_with_one_wild_value() =>
        await Gen.Select(
                Pick("specversion", "id", "source", "type", "time", "datacontenttype", "dataschema", "subject", "other"),
                Gen.OneOf(Gen.String, Scrap),
                Gen.Bool)
            .SampleAsync(
                async (field, wild, isRaw) =>
                {
                    var report = Event("1", "update", Data("""{"event": "DR-1", "text": "a"}"""));
                    var other = isRaw ? wild : JsonValue.Create(wild)!.ToJsonString();
                    report.Remove(field);
                    var body = report.ToJsonString()[..^1] + $",\"{field}\":{other}}}";
                    Assert.InRange((await _sender.SendAsync(body, Types[0])).Status, 200, 499);
                },
                iter: 400,
                threads: 2);

    private static Gen<string> Pick(params string[] some) => Gen.Int[0, some.Length - 1].Select(at => some[at]);

    /// <summary>A body that comes in pieces, of a length that nobody says.</summary>
    private sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
