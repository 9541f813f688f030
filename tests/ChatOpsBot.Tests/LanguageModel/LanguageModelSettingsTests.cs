using System.Text.Json.Nodes;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.LanguageModel;

/// <summary>Settings of the language model are checked at the start, the doctor tries them, and <c>ask</c> goes by them.</summary>
public sealed class LanguageModelSettingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-");

    private (string, string) Database => ("Storage__ConnectionString", $"Data Source={Path.Combine(_folder.FullName, "bot.db")}");

    [Theory]
    [InlineData("http://models.example.com/v1", "m", "00:00:03", "LanguageModel:Endpoint must begin with https")]
    [InlineData("models.example.com", "m", "00:00:03", "LanguageModel:Endpoint is not an address such as https://models.example.com/v1.")]
    [InlineData("ftp://models.example.com", "m", "00:00:03", "LanguageModel:Endpoint is not an address")]
    [InlineData("https://u:p@models.example.com/v1", "m", "00:00:03", "a key belongs in LanguageModel:ApiKey")]
    [InlineData("https://models.example.com/v1", "", "00:00:03", "LanguageModel:Model is required when LanguageModel:Endpoint is set.")]
    [InlineData("", "m", "00:00:03", "LanguageModel:Endpoint is required when LanguageModel:Model is set.")]
    [InlineData("https://models.example.com/v1", "m", "00:00:05", "LanguageModel:Timeout must be less than Turns:Limit.")]
    [InlineData("https://models.example.com/v1", "m", "00:00:00", "LanguageModel:Timeout must be more than 0")]
    public async Task A_fault_is_named_at_the_start(string endpoint, string model, string timeout, string problem)
    {
        var (code, output, errors) = await BotProcess.RunAsync(
            ["--dev", "doctor"],
            "",
            Database,
            ("LanguageModel__Endpoint", endpoint),
            ("LanguageModel__Model", model),
            ("LanguageModel__Timeout", timeout));

        Assert.Equal(1, code);
        Assert.Contains(
            output.Split('\n'),
            line => line.StartsWith("FAIL  configuration: ", StringComparison.Ordinal) && line.Contains(problem, StringComparison.Ordinal));
        Assert.Empty(errors);
    }

    [Fact]
    public async Task The_doctor_says_that_there_is_none()
    {
        var (_, output, _) = await BotProcess.RunAsync(["--dev", "doctor"], "", Database);
        Assert.Contains("--    language model: none; the bot understands messages by itself.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "ok    language model: sorter-1 at ", " answers in the form asked for.")]
    [InlineData(401, "FAIL  language model: ", "refuses the key (HTTP 401). Check LanguageModel:ApiKey.")]
    [InlineData(404, "FAIL  language model: ", "does not know the model sorter-1")]
    [InlineData(500, "FAIL  language model: ", "cannot be used (HTTP 500)")]
    [InlineData(0, "FAIL  language model: ", "does not answer in the form asked for.")]
    public async Task The_doctor_makes_one_call(int status, string begin, string end)
    {
        await using var model = await FakeModel.StartAsync();
        model.Answer = status switch
        {
            0 => FakeModel.Says("Hello! How can I help?"),
            200 => FakeModel.Chooses(FakeModel.Choice("small_talk").With("small_talk", "greeting")),
            _ => FakeFault.Refuse(status),
        };
        var (code, output, _) = await BotProcess.RunAsync(["--dev", "doctor"], "", [Database, .. Environment(model)]);

        var line = Assert.Single(output.Split('\n'), line => line.Contains("language model:", StringComparison.Ordinal));
        Assert.StartsWith(begin, line, StringComparison.Ordinal);
        Assert.Contains(end, line, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeModel.Key, output, StringComparison.Ordinal);
        Assert.Single(model.Asked);
        Assert.Equal(status == 200 ? 0 : 1, code);
    }

    [Fact]
    public async Task The_doctor_says_that_nobody_is_there()
    {
        var (code, output, _) = await BotProcess.RunAsync(
            ["--dev", "doctor"],
            "",
            Database,
            ("LanguageModel__Endpoint", $"http://127.0.0.1:{Ports.Free()}/v1"),
            ("LanguageModel__Model", FakeModel.Name));
        Assert.Equal(1, code);
        Assert.Contains("cannot be used (SocketException)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_on_the_command_line_is_answered_with_it_where_it_is_set_up()
    {
        await using var model = await FakeModel.StartAsync();
        model.Answer = FakeModel.Chooses(FakeModel.Choice("rows", 2).With("side", "ibm"));
        var (_, text, errors) = await BotProcess.RunAsync(["ask", AdvisedBot.Puzzle], "", Environment(model));
        Assert.Contains("Monitoring", text, StringComparison.Ordinal);
        Assert.Contains(AdvisedBot.Note, text, StringComparison.Ordinal);
        Assert.Empty(errors);

        var input = new JsonObject { ["text"] = AdvisedBot.Puzzle }.ToJsonString();
        var (_, line, _) = await BotProcess.RunAsync(["ask", "--json"], input, Environment(model));
        Assert.Equal("Monitoring", (string?)JsonNode.Parse(line)!["task"]);
        var (_, without, _) = await BotProcess.RunAsync(["ask", "--json"], input);
        Assert.Null((string?)JsonNode.Parse(without)!["task"]);
        Assert.Equal(2, model.Asked.Count);
    }

    [Fact]
    public async Task Each_line_of_many_is_answered_with_it()
    {
        await using var model = await FakeModel.StartAsync();
        model.Answer = FakeModel.Chooses(FakeModel.Choice("rows", 2).With("side", "ibm"));
        var line = new JsonObject { ["text"] = AdvisedBot.Puzzle }.ToJsonString();
        var (code, output, errors) = await BotProcess.RunAsync(["ask", "--json"], $"{line}\n{line}\n{line}\n", Environment(model));

        Assert.Equal(0, code);
        Assert.Empty(errors);
        var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["Monitoring", "Monitoring", "Monitoring"], answers.Select(answer => (string?)JsonNode.Parse(answer)!["task"]));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static (string, string)[] Environment(FakeModel model) =>
        [.. model.Settings.Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value))];
}
