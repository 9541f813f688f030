using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Host;

public sealed class AskTests
{
    private static readonly string[] Fields =
        ["text", "intent", "section", "task", "tasks", "party", "request", "slots", "language", "reply"];

    [Fact]
    public async Task A_question_is_answered_as_text()
    {
        var (code, output, errors) = await BotProcess.RunAsync(["ask", "who applies PTFs?"]);
        Assert.Equal(0, code);
        Assert.Contains("Updates/Patching", output, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Lines_are_answered_in_order_and_bad_ones_keep_their_place()
    {
        const string Input = """
            {"text": "who applies PTFs?"}

            this is no question
            {"note": "no text"}
            [1]
            {"text": "hello", "note": "more than is needed"}
            """;
        var (code, output, errors) = await BotProcess.RunAsync(["ask", "--json"], Input);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (JsonObject)JsonNode.Parse(line)!).ToList();

        Assert.Equal(1, code);
        Assert.Equal(5, lines.Count);
        Assert.Equal("Updates/Patching", (string?)lines[0]["task"]);
        Assert.All(lines[1..4], line => Assert.NotEmpty((string)line["error"]!));
        Assert.Equal("smalltalk", (string?)lines[4]["intent"]);
        Assert.Equal(["Line 3", "Line 4", "Line 5"], errors.TrimEnd().Split('\n').Select(line => line.Split(':')[0]));
    }

    [Fact]
    public async Task A_line_has_exactly_the_fields_of_the_contract()
    {
        var (_, output, _) = await BotProcess.RunAsync(["ask", "--json"], """{"text": "hello"}""");
        var line = (JsonObject)JsonNode.Parse(output)!;
        Assert.Equal(Fields, line.Select(field => field.Key));
        Assert.Null(line["party"]);
        Assert.Null(line["task"]);
        Assert.Empty(line["tasks"]!.AsArray());
    }

    [Fact]
    public async Task A_page_of_another_provider_can_be_asked()
    {
        var page = Path.GetTempFileName();
        await File.WriteAllTextAsync(page, Page, TestContext.Current.CancellationToken);
        var (code, output, _) = await BotProcess.RunAsync(["ask", "--matrix", page, "who renews certificates?"]);
        File.Delete(page);

        Assert.Equal(0, code);
        Assert.Contains("Certificates", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aks", "hello")]
    [InlineData("ask")]
    [InlineData("ask", "--json", "hello")]
    [InlineData("ask", "--matrix", "no-such-page.md", "hello")]
    public async Task A_wrong_call_is_told_in_one_line(params string[] arguments)
    {
        var (code, output, errors) = await BotProcess.RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.NotEmpty(errors);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private const string Page = """
        # Web server responsibilities

        ## Operations

        | Task | IBM responsibilities | Your responsibilities |
        | --- | --- | --- |
        | Certificates | Renew certificates before they expire. | Choose the host names. |
        """;
}
