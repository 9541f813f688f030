using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Understanding.Labels;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Understanding;

/// <summary>Messages written and labelled apart from the vocabulary: right when intent, row and party are.</summary>
public sealed partial class LabelledMessageTests
{
    [Theory]
    [InlineData("messages-everyday.jsonl", 0.95)]
    [InlineData("messages-other-languages.jsonl", 0.95)]
    public void Messages_the_vocabulary_was_not_made_from_are_understood(string file, double least)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Understanding", file);

        AssertUnderstood(File.ReadLines(path), least);
    }

    [Fact]
    public void The_sample_of_labelled_messages_is_understood()
    {
        var sample = SharedFolder.File("data/questions_dev.jsonl");
        Assert.SkipWhen(sample is null, "No folder of shared samples lies near the repository.");

        AssertUnderstood(File.ReadLines(sample), 0.95);
    }

    private static void AssertUnderstood(IEnumerable<string> lines, double least)
    {
        var messages = lines.Select(LabelledMessage.Read).ToList();
        var wrong = messages.Where(message => !IsRight(message)).Select(message => message.Text).ToList();

        Assert.True(
            wrong.Count <= messages.Count * (1 - least), $"{wrong.Count} of {messages.Count} misunderstood:\n{string.Join('\n', wrong)}");
    }

    private static bool IsRight(LabelledMessage message) =>
        Verdict.Of(message, Listener.Hear(Mention().Replace(message.Text, " ").Trim())).IsRight;

    [GeneratedRegex("<at[^>]*>.*?</at>")]
    private static partial Regex Mention();
}
