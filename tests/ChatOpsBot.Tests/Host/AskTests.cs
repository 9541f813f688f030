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

    [Theory]
    [InlineData("", "Give a question")]
    [InlineData("--jsno", "There is no option --jsno.")]
    public async Task What_is_no_question_is_not_answered(string said, string problem)
    {
        var (code, _, errors) = await BotProcess.RunAsync(["ask", said]);

        Assert.Equal(2, code);
        Assert.Contains(problem, errors, StringComparison.Ordinal);
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
    public async Task Many_lines_are_answered_in_their_order()
    {
        string[] said = ["who applies PTFs?", "hello", "restore PRODLIB on LPAR1 from last night", "wer macht die tägliche Sicherung?"];
        var questions = Enumerable.Range(1, 60).Select(number => $"{said[number % said.Length]} ({number})").ToList();
        var (_, output, _) = await BotProcess.RunAsync(
            ["ask", "--json"], string.Join('\n', questions.Select(question => $$"""{"text": "{{question}}"}""")));

        Assert.Equal(
            questions, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (string?)JsonNode.Parse(line)!["text"]));
    }

    [Fact]
    public async Task A_line_is_answered_before_the_next_one_comes()
    {
        using var process = BotProcess.Start(["ask", "--json"]);
        foreach (var text in new[] { "hello", "who applies PTFs?" })
        {
            await process.StandardInput.WriteLineAsync($$"""{"text": "{{text}}"}""");
            await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            var answer = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.Equal(text, (string?)JsonNode.Parse(answer!)!["text"]);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task Labelled_messages_are_scored_and_each_miss_is_explained()
    {
        var labels = Path.GetTempFileName();
        await File.WriteAllLinesAsync(
            labels,
            [
                """{"text": "who applies PTFs?", "kind": "who", "row": "Updates/Patching", "party": "ibm", "request": null}""",
                """{"text": "hello", "kind": "dr_event", "row": null, "party": "client", "request": "dr_failover"}""",
            ],
            TestContext.Current.CancellationToken);
        var (code, output, errors) = await BotProcess.RunAsync(["ask", "--score", labels, "--seen", labels]);
        File.Delete(labels);

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("miss: hello", output, StringComparison.Ordinal);
        Assert.Contains("wanted drevent, dr_failover, Client; understood Smalltalk", output, StringComparison.Ordinal);
        Assert.Contains("likely Smalltalk", output, StringComparison.Ordinal);
        Assert.Matches("all +2 +50.0 % +0.0 %", output);
        Assert.Matches("overlap 0.3 or more +2 +50.0 % +0.0 %", output);
    }

    [Fact]
    public async Task A_line_that_is_no_labelled_message_is_named()
    {
        var labels = Path.GetTempFileName();
        await File.WriteAllLinesAsync(labels, ["""{"text": "hello", "kind": "greeting"}"""], TestContext.Current.CancellationToken);
        var (code, _, errors) = await BotProcess.RunAsync(["ask", "--score", labels]);
        File.Delete(labels);

        Assert.NotEqual(0, code);
        Assert.Contains("line 1 is no labelled message", errors, StringComparison.Ordinal);
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
