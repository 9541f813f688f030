using ChatOpsBot.Host.Pages;

namespace ChatOpsBot.Host.Wall;

/// <summary>The page's stylesheet and script.</summary>
internal static class WallAssets
{
    public static PageAsset Style { get; } = PageAsset.Style("/events/wall.css");

    public static PageAsset Script { get; } = PageAsset.Script("/events/wall.js");

    /// <summary>Changes with the contents: a screen that stays on for weeks reloads after an upgrade of the bot.</summary>
    public static string Version { get; } = PageAsset.VersionOf(PageAsset.Shared.Text + Style.Text + Script.Text);
}
