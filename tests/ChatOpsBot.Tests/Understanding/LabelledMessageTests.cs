using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;
using ChatOpsBot.Domain.Understanding.Examples;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Understanding;

/// <summary>Messages written and labelled apart from the vocabulary: right when intent, row and party are.</summary>
public sealed partial class LabelledMessageTests
{
    [Theory]
    [InlineData("messages-everyday.jsonl", 0.90)]
    [InlineData("messages-other-languages.jsonl", 0.85)]
    public void Messages_the_vocabulary_was_not_made_from_are_understood(string file, double least)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Understanding", file);

        AssertUnderstood(File.ReadLines(path), least);
    }

    [Theory]
    [InlineData("messages-everyday.jsonl")]
    [InlineData("messages-other-languages.jsonl")]
    public void No_message_that_measures_is_among_the_examples(string file)
    {
        var examples = Embedded.Examples().SelectMany(All).Select(Bare).ToHashSet();
        var messages = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", file))
            .Select(line => Bare((string)JsonNode.Parse(line)!["text"]!));

        Assert.DoesNotContain(messages, examples.Contains);
    }

    [Fact]
    public void The_sample_of_labelled_messages_is_understood()
    {
        var sample = SharedFolder.File("data/questions_dev.jsonl");
        Assert.SkipWhen(sample is null, "No folder of shared samples lies near the repository.");

        AssertUnderstood(File.ReadLines(sample), 0.95);
    }

    private static IEnumerable<string> All(ExampleFile file) =>
    [
        .. file.Who.Values.SelectMany(row => row.Values).SelectMany(texts => texts),
        .. file.Request.Values.SelectMany(texts => texts),
        .. file.DrEvent,
        .. file.SmallTalk,
        .. file.Outside,
    ];

    // The words alone: neither case nor punctuation makes another message of it.
    private static string Bare(string text) =>
        string.Join(' ', NoWord().Split(Mention().Replace(text, " ")).Where(word => word.Length > 0)).ToLowerInvariant();

    private static void AssertUnderstood(IEnumerable<string> lines, double least)
    {
        var messages = lines.Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        var wrong = messages.Where(message => !IsRight(message)).Select(message => (string)message["text"]!).ToList();

        Assert.True(
            wrong.Count <= messages.Count * (1 - least), $"{wrong.Count} of {messages.Count} misunderstood:\n{string.Join('\n', wrong)}");
    }

    private static bool IsRight(JsonObject message)
    {
        var told = Listener.Hear(Mention().Replace((string)message["text"]!, " ").Trim());
        return Accepts(message, "kind", Kind(told.Intent))
            && (Accepts(message, "row", told.Rows.Count > 0 ? told.Rows[0].Task : null) || NamesRow(message, told))
            && Accepts(message, "party", told.Party == Party.None ? null : told.Party.ToString().ToLowerInvariant());
    }

    private static bool NamesRow(JsonObject message, Meaning told) =>
        message["rows"] is JsonArray rows && told.Rows.Count > 0 && rows.Any(row => (string?)row == told.Rows[0].Task);

    private static bool Accepts(JsonObject message, string label, string? told) =>
        (string?)message[label] == told || (message[$"accept_{label}"] is JsonArray others && others.Any(other => (string?)other == told));

    private static string Kind(Intent intent) => intent switch
    {
        Intent.Responsibility => "who",
        Intent.Request => "request",
        Intent.DrEvent => "dr_event",
        Intent.SmallTalk => "smalltalk",
        _ => "outofscope",
    };

    [GeneratedRegex(@"\W+")]
    private static partial Regex NoWord();

    [GeneratedRegex("<at[^>]*>.*?</at>")]
    private static partial Regex Mention();
}
