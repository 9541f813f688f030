using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>What a person is told when a turn failed.</summary>
public static class Apology
{
    /// <param name="reference">The id under which the log has the failure.</param>
    public static string Text(string reference, Phrases words) => words.Say("apology", ("reference", reference));

    /// <summary>What a person is told who sends more than is worked.</summary>
    public static string TooFast(Phrases words) => words["apology.too_fast"];

    /// <summary>What a person is told whose turn is not worked because too many are.</summary>
    public static string Overload(Phrases words) => words["apology.overload"];

    /// <summary>What a person is told whose turn met those of others, again and again.</summary>
    public static string Busy(Phrases words) => words["apology.busy"];
}
