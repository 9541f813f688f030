using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Dialogs.Words;
using Microsoft.AspNetCore.Html;

namespace ChatOpsBot.Host.Wall;

/// <summary>The page as a whole, and the two small ones before it.</summary>
internal sealed class WallPage(WordsCatalog catalog, DefaultTimeZone defaultZone, TimeProvider time)
{
    // Filled in by the script.
    private const string Time = "{time}";

    /// <param name="wall">By <see cref="WallDrawing"/>.</param>
    public string Show(string wall, string language)
    {
        var words = catalog.In(language);
        return Frame(words, Html.Of($"""
            <body class="wall" data-version="{WallAssets.Version}" data-now="{time.GetUtcNow().ToUnixTimeMilliseconds()}" data-zone="{defaultZone.Zone.Id}" data-stream="{WallSetup.Stream}"
             data-connected="{words["wall.connected"]}" data-lost="{words.Say("wall.lost", ("time", Time))}" data-in="{words.Say("wall.in", ("time", Time))}" data-late="{words.Say("wall.late", ("time", Time))}" data-for="{words.Say("wall.for", ("time", Time))}">
            <div class="top"><h1>{words["wall.title"]}</h1><p id="connection" role="status">{words["wall.still"]}</p><p id="clock"></p></div>
            <main id="wall">{new HtmlString(wall)}</main>
            <script src="{WallSetup.Script}?v={WallAssets.Version}"></script>
            </body>
            """));
    }

    /// <summary>For whoever may not look: how to get in.</summary>
    /// <param name="isTooLate">An invitation was given, and is good no longer.</param>
    public string Closed(string language, bool isTooLate = false)
    {
        var words = catalog.In(language);
        return Frame(words, Html.Of(
            $"""<body class="door"><main><h1>{words["wall.closed"]}</h1><p>{words[isTooLate ? "wall.too_late" : "wall.how"]}</p></main></body>"""));
    }

    /// <summary>Asks for the press that takes an invitation: programs that look at links for their preview do not press.</summary>
    public string Door(string language, string invitation)
    {
        var words = catalog.In(language);
        return Frame(words, Html.Of(
            $"""<body class="door"><main><h1>{words["wall.title"]}</h1><p>{words["wall.door"]}</p><form method="post" action="{WallAddress.Enter}"><input type="hidden" name="{Invitations.KeyName}" value="{invitation}"><button>{words["wall.enter"]}</button></form></main></body>"""));
    }

    private static string Frame(Phrases words, IHtmlContent body) => Html.Write(Html.Of($"""
        <!doctype html>
        <html lang="{words.Language}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="dark light">
        <title>{words["wall.title"]}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="{WallSetup.Style}?v={WallAssets.Version}"></head>
        {body}
        </html>
        """));
}
