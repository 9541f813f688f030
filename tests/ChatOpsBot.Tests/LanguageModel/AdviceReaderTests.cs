using ChatOpsBot.Application.LanguageModel;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.LanguageModel;

/// <summary>What a language model answers is a choice among what there is, to the letter, or nothing.</summary>
public sealed class AdviceReaderTests
{
    private static readonly IReadOnlyList<Row> Rows = MatrixLibrary.Shipped().In("en").Rows;
    private static readonly AdviceReader Reader = new(Rows, ["restore", "backup"]);

    [Fact]
    public void Rows_are_chosen_by_number()
    {
        var about = Assert.IsType<Advice.AboutRows>(Read(FakeModel.Choice("rows", 7, 1).With("side", "client").ToJsonString()));
        Assert.Equal([Rows[6], Rows[0]], about.Rows);
        Assert.Equal(Party.Client, about.Side);
    }

    [Fact]
    public void Small_talk_is_chosen_by_kind() => Assert.Equal(
        new Advice.Talk(SmallTalk.WhoAreYou), Read(FakeModel.Choice("small_talk").With("small_talk", "who_are_you").ToJsonString()));

    [Fact]
    public void Nothing_may_be_chosen() =>
        Assert.Equal((null, true), Reader.Read(FakeModel.Choice("none").ToJsonString(), ""));

    public static TheoryData<string> Wrong =>
    [
        "",
        "I would say row 3.",
        "null",
        "[]",
        "3",
        "{}",
        "```json\n" + FakeModel.Choice("rows", 3).ToJsonString() + "\n```",
        FakeModel.Choice("rows", 3).ToJsonString() + " Have a nice day!",
        FakeModel.Choice("rows", 3).ToJsonString() + FakeModel.Choice("rows", 3).ToJsonString(),
        FakeModel.Choice("rows", 3).ToJsonString()[..^5],
        FakeModel.Choice("rows", 3).ToJsonString().Replace("[3]", "3", StringComparison.Ordinal),
        FakeModel.Choice("rows", 3).ToJsonString().Replace("[3]", "[3.5]", StringComparison.Ordinal),
        FakeModel.Choice("rows", 3).ToJsonString().Replace("[3]", "[\"3\"]", StringComparison.Ordinal),
        FakeModel.Choice("rows", 3).ToJsonString().Replace("[3]", "null", StringComparison.Ordinal),
        FakeModel.Choice("rows", 3).ToJsonString().Replace("{", "{\"choice\":\"none\",", StringComparison.Ordinal),
        FakeModel.Choice("rows").ToJsonString(),
        FakeModel.Choice("rows", 0).ToJsonString(),
        FakeModel.Choice("rows", 8).ToJsonString(),
        FakeModel.Choice("rows", -1).ToJsonString(),
        FakeModel.Choice("rows", 3, 3).ToJsonString(),
        FakeModel.Choice("rows", 1, 2, 3, 4).ToJsonString(),
        FakeModel.Choice("dr_event", 3).ToJsonString(),
        FakeModel.Choice("command", 3).ToJsonString(),
        FakeModel.Choice("rows", 3).With("text", "Hello").ToJsonString(),
        FakeModel.Choice("rows", 3).With("side", "nobody").ToJsonString(),
        FakeModel.Choice("rows", 3).With("request", "dr_failover").ToJsonString(),
        FakeModel.Choice("request").ToJsonString(),
        FakeModel.Request("dr_failover").ToJsonString(),
        FakeModel.Request("Restore").ToJsonString(),
        FakeModel.Request("restore", ("approver", "Ana")).ToJsonString(),
        FakeModel.Choice("small_talk").ToJsonString(),
        FakeModel.Choice("small_talk").With("small_talk", "flattery").ToJsonString(),
        FakeModel.Choice("none").ToJsonString() + new string(' ', 5000),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Anything_else_is_of_no_use(string answer) => Assert.Equal((null, false), Reader.Read(answer, "flurb"));

    [Theory]
    [InlineData("PRODLIB", "PRODLIB")]
    [InlineData("LPAR1", "LPAR1")]
    [InlineData("PRODLIB on LPAR1", "PRODLIB on LPAR1")]
    [InlineData("prodlib", null)]
    [InlineData("PROD", null)]
    [InlineData("LIB", null)]
    [InlineData(" LPAR1", null)]
    [InlineData("", null)]
    [InlineData("LPAR1\n", null)]
    [InlineData("[LPAR1](https://example.com)", null)]
    public void A_value_is_taken_where_it_stands_in_the_message(string value, string? taken)
    {
        var answer = FakeModel.Request("restore", ("object", value)).ToJsonString();
        var (advice, _) = Reader.Read(answer, "deflurb PRODLIB on LPAR1\n");
        Assert.Equal(taken, Assert.IsType<Advice.OpenRequest>(advice).Slots.GetValueOrDefault("object"));
    }

    private static Advice? Read(string answer) => Reader.Read(answer, "flurb").Advice;
}
