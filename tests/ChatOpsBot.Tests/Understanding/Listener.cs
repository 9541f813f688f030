using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Tests.Understanding;

/// <summary>The shipped understanding, made once for all tests: it has no state.</summary>
internal static class Listener
{
    public static SentenceReader Shipped { get; } = new(MatrixLibrary.Shipped().In("en"));

    public static Meaning Hear(string text, LastAnswer? before = null, string? locale = null) => Shipped.Read(text, before, locale);

    /// <summary>"Backup and Restore: ibm", "Monitoring, Security: both", "nothing": the summary of a meaning in a line.</summary>
    public static string Summary(this Meaning meaning) => meaning switch
    {
        { Intent: Intent.SmallTalk } => $"small talk: {meaning.SmallTalk}",
        { Intent: Intent.Unknown, Outside: { } subject } => $"outside: {subject}",
        { Intent: Intent.Unknown } => "not understood",
        { Intent: Intent.Request or Intent.DrEvent } => $"{meaning.Intent}: {meaning.Request}",
        { WholeMatrix: true } => "the whole matrix",
        { Rows.Count: 0 } => "which task?",
        _ => $"{string.Join(", ", meaning.Rows.Select(row => row.Task))}: {meaning.Party}",
    };
}
