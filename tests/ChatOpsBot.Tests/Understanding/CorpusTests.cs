using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Understanding.Labels;
using ChatOpsBot.Tests.House;

namespace ChatOpsBot.Tests.Understanding;

/// <summary>The corpus, and the model that learned from it, on the messages of authors that it did not learn from.</summary>
public sealed partial class CorpusTests
{
    private const double LeastRight = 0.90;
    private const double MostHarm = 0.012;

    // Short ones such as "network" that stand in both; more would flatter what the older sets measure.
    private const int MostAlike = 4;

    private static readonly List<LabelledMessage> Strangers = Read("test");

    [Fact]
    public void Messages_of_strangers_are_understood_and_hardly_one_does_harm()
    {
        var told = Strangers.AsParallel()
            .Select(message => (message.Text, Verdict: Verdict.Of(message, Listener.Hear(message.Text)))).ToList();

        var right = told.Count(pair => pair.Verdict.IsRight);
        var harm = told.Where(pair => pair.Verdict.IsHarm).Select(pair => pair.Text).ToList();

        Assert.True(right >= told.Count * LeastRight, $"{right} of {told.Count} are understood.");
        Assert.True(harm.Count <= told.Count * MostHarm, $"{harm.Count} do harm:\n{string.Join('\n', harm)}");
    }

    [Fact]
    public void Confidence_tells_what_is_read_well_from_what_is_not()
    {
        var told = Strangers.AsParallel().Select(message => (Message: message, Meaning: Listener.Hear(message.Text)))
            .ToLookup(
                read => read.Meaning.Confidence >= Domain.Understanding.Meaning.Confident,
                read => Verdict.Of(read.Message, read.Meaning).IsRight);

        Assert.InRange(told[false].Count() / (double)Strangers.Count, 0.03, 0.12);
        Assert.InRange(told[false].Average(isRight => isRight ? 1 : 0), 0, 0.7);
        Assert.InRange(told[true].Average(isRight => isRight ? 1 : 0), 0.94, 1);
    }

    [Fact]
    public void No_message_that_measures_was_learned_from()
    {
        var learned = Read("train").Concat(Read("tune")).Select(Bare).ToHashSet();

        // Everybody says "hello" in the same way.
        Assert.DoesNotContain(Strangers.Select(Bare), text => text.Count(letter => letter == ' ') > 8 && learned.Contains(text));
    }

    [Theory]
    [InlineData("messages-everyday.jsonl")]
    [InlineData("messages-other-languages.jsonl")]
    public void No_message_of_the_older_sets_was_learned_from(string file)
    {
        var learned = Read("train").Concat(Read("tune")).Select(Bare).ToHashSet();
        var older = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", file)).Select(LabelledMessage.Read).Select(Bare);

        Assert.DoesNotContain(older, text => text.Count(letter => letter == ' ') > 8 && learned.Contains(text));
        Assert.True(older.Count(learned.Contains) <= MostAlike, string.Join('\n', older.Where(learned.Contains)));
    }

    [Fact]
    public void Every_language_has_its_part_among_the_strangers() => Assert.All(
        ["en", "de", "es", "fr", "pt", "ja"],
        language => Assert.NotEmpty(Directory.GetFiles(Folder("test"), $"{language}*.jsonl")));

    private static List<LabelledMessage> Read(string part) =>
        [.. Directory.GetFiles(Folder(part), "*.jsonl").SelectMany(File.ReadLines).Select(LabelledMessage.Read)];

    private static string Folder(string part) => Path.Combine(Repository.Root.FullName, "tests", "Corpus", part);

    private static string Bare(LabelledMessage message) => NoWord().Replace(message.Text.ToLowerInvariant(), " ").Trim();

    [GeneratedRegex(@"\W+")]
    private static partial Regex NoWord();
}
