namespace ChatOpsBot.Dialogs.Search;

/// <summary>What can be searched for from a compose box, by the ids that the app manifest gives the commands.</summary>
public static class SearchCommands
{
    public const string Rows = "rows";

    /// <summary>The person's own.</summary>
    public const string Requests = "requests";

    /// <summary>DR events of the person's tenant.</summary>
    public const string Events = "events";

    /// <summary>The one parameter each of them has: what is typed.</summary>
    public const string Text = "text";

    public static IReadOnlyList<string> All { get; } = [Rows, Requests, Events];
}
