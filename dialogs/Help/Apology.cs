using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>What a person is told when a turn failed.</summary>
public static class Apology
{
    /// <param name="reference">The id under which the log has the failure.</param>
    public static string Text(string reference, Phrases words) => words.Say("apology", ("reference", reference));

    /// <summary>What a person is told whose turn met those of others, again and again.</summary>
    public static string Busy(Phrases words) => words["apology.busy"];
}
