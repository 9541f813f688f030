using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Host.Pages;

/// <summary>What is said at the door of a page.</summary>
internal static class DoorWords
{
    /// <summary>Leads the keys of a page's words.</summary>
    public static string KeyOf(ViewerPage page) => page switch
    {
        ViewerPage.Wall => "wall",
        ViewerPage.Desk => "desk",
        _ => throw new ArgumentOutOfRangeException(nameof(page), page, "The page has no words."),
    };
}
