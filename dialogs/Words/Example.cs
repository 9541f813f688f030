using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Words;

/// <summary>Something to say to the bot, as the help shows it.</summary>
/// <param name="Key">The key of the sentence in the bot's words.</param>
/// <param name="Intent">What the sentence has to be understood as.</param>
public sealed record Example(string Key, Intent Intent)
{
    /// <summary>Every example of the help, in its order.</summary>
    public static IReadOnlyList<Example> All { get; } =
    [
        new("example.ptf", Intent.Responsibility),
        new("example.slow", Intent.Responsibility),
        new("example.backup_split", Intent.Responsibility),
        new("example.failover", Intent.Responsibility),
        new("example.matrix", Intent.Responsibility),
        new("example.restore", Intent.Request),
        new("example.backup", Intent.Request),
        new("example.pam", Intent.Request),
    ];

    /// <summary>The first examples of a kind.</summary>
    public static IEnumerable<Example> Of(Intent intent, int most = int.MaxValue) =>
        All.Where(example => example.Intent == intent).Take(most);
}
