using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;
using ChatOpsBot.Domain.Understanding.Labels;
using ChatOpsBot.Tests.House;

namespace ChatOpsBot.Tests.Understanding;

/// <summary>The corpus, and the model that learned from it, on the messages of authors that it did not learn from.</summary>
public sealed partial class CorpusTests
{
    private const double LeastRight = 0.90;
    private const double MostHarm = 0.012;

    private static readonly IReadOnlyList<LabelledMessage> Strangers = Read("test");

    [Fact]
    public void Messages_of_strangers_are_understood_and_hardly_one_does_harm()
    {
        var told = Strangers.AsParallel().Select(message => (Message: message, Meaning: Listener.Hear(message.Text))).ToList();

        var right = told.Count(pair => IsRight(pair.Message, pair.Meaning));
        var harm = told.Where(pair => IsHarm(pair.Message, pair.Meaning)).Select(pair => pair.Message.Text).ToList();

        Assert.True(right >= told.Count * LeastRight, $"{right} of {told.Count} are understood.");
        Assert.True(harm.Count <= told.Count * MostHarm, $"{harm.Count} do harm:\n{string.Join('\n', harm)}");
    }

    [Fact]
    public void No_message_that_measures_was_learned_from()
    {
        var learned = Read("train").Concat(Read("tune")).Select(Bare).ToHashSet();

        // Everybody says "hello" in the same way.
        Assert.DoesNotContain(Strangers.Select(Bare), text => text.Count(letter => letter == ' ') > 8 && learned.Contains(text));
    }

    [Fact]
    public void Every_language_has_its_part_among_the_strangers() => Assert.All(
        ["en", "de", "es", "fr", "pt", "ja"],
        language => Assert.NotEmpty(Directory.GetFiles(Folder("test"), $"{language}*.jsonl")));

    private static bool IsRight(LabelledMessage message, Meaning told) => told.Intent switch
    {
        Intent.Responsibility => message.Accepts(
            MessageKind.Who, told.Rows.Count > 0 ? told.Rows[0].Task : null, told.Party == Party.None ? null : told.Party),
        Intent.Request => message.AcceptsKind(MessageKind.Request) && (message.Request is null || message.Request == told.Request),
        Intent.DrEvent => message.AcceptsKind(MessageKind.DrEvent),
        Intent.SmallTalk => message.AcceptsKind(MessageKind.Smalltalk),
        _ when told.Request is not null => message.Request == told.Request,
        _ => message.AcceptsKind(MessageKind.Outofscope) || message.AcceptsKind(MessageKind.Command),
    };

    private static bool IsHarm(LabelledMessage message, Meaning told) => told.Intent switch
    {
        Intent.Request => !message.AcceptsKind(MessageKind.Request),
        Intent.DrEvent => !message.AcceptsKind(MessageKind.DrEvent),
        Intent.Responsibility => told.Rows.Count > 0 && message.Kind == MessageKind.Outofscope && !message.AcceptsKind(MessageKind.Who),
        _ => false,
    };

    private static List<LabelledMessage> Read(string part) =>
        [.. Directory.GetFiles(Folder(part), "*.jsonl").SelectMany(File.ReadLines).Select(LabelledMessage.Read)];

    private static string Folder(string part) => Path.Combine(Repository.Root.FullName, "tests", "Corpus", part);

    private static string Bare(LabelledMessage message) => NoWord().Replace(message.Text.ToLowerInvariant(), " ").Trim();

    [GeneratedRegex(@"\W+")]
    private static partial Regex NoWord();
}
