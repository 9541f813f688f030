using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.Search;

/// <summary>What is said in the place of results when none can be given.</summary>
public static class SearchTrouble
{
    public static string TooSlow(Phrases words) => words["search.slow"];

    /// <param name="reference">Finds the fault in the log.</param>
    public static string Failed(string reference, Phrases words) => words.Say("search.failed", ("reference", reference));

    /// <summary>Teams asks for something of a message extension that this bot does not have, such as a page of settings.</summary>
    public static string NotOffered(Phrases words) => words["search.not_offered"];
}
