using Microsoft.AspNetCore.Html;

namespace ChatOpsBot.Sandbox.Page;

/// <summary>The page as HTML.</summary>
internal static class DeskHtml
{
    private static readonly IHtmlContent Nothing = HtmlString.Empty;

    // The list follows what the bot does; where somebody types, nothing moves.
    private static readonly IHtmlContent Refresh = Html.Of($"""<meta http-equiv="refresh" content="3">""");

    public static IHtmlContent List(IPlayedDesk desk)
    {
        var cases = desk.Cases;
        var rows = Html.All(cases, one => Html.Of($"""
            <tr>
            <td><a href="{DeskPage.PathOf(one.Number)}">{one.Number}</a></td><td>{one.Subject}</td><td>{one.Severity}</td><td>{one.State}</td>
            </tr>

            """));
        var list = cases.Count == 0
            ? Html.Of($"<p>No case yet. File a request with the bot: it appears here.</p>")
            : Html.Of($"""
                <table>
                <thead><tr><th scope="col">Case</th><th scope="col">Subject</th><th scope="col">Severity</th><th scope="col">State</th></tr></thead>
                <tbody>
                {rows}</tbody>
                </table>
                """);
        return Frame(desk.Name, Refresh, Html.Of($"""
            <h1>{desk.Name}</h1>
            <p class="note">A played support desk. Nothing reaches the real one; the cases live in memory and end with the program.</p>
            {list}
            {Trouble(desk)}
            """));
    }

    /// <param name="typed">What was typed and could not be taken.</param>
    /// <param name="fault">Why.</param>
    public static IHtmlContent Case(IPlayedDesk desk, PlayedCase one, string typed = "", string? fault = null) =>
        Frame($"{one.Number} - {desk.Name}", Nothing, Html.Of($"""
            <p><a href="{DeskPage.Root}">All cases</a></p>
            <h1>{one.Number}: {one.Subject}</h1>
            <dl><dt>State</dt><dd>{one.State}</dd><dt>Severity</dt><dd>{one.Severity}</dd>{Solution(one.Solution)}</dl>
            <h2>Description</h2>
            <pre>{one.Description}</pre>
            <h2>Comments</h2>
            {Comments(one.Comments)}
            <h2>Play the desk</h2>
            {(fault is null ? Nothing : Html.Of($"""<p class="fault" role="alert">{fault}</p>"""))}
            {Form(one, typed)}
            """));

    public static IHtmlContent Fault(string reason) =>
        Frame("Support desk", Nothing, Html.Of($"""<p class="fault">{reason}</p><p><a href="{DeskPage.Root}">All cases</a></p>"""));

    private static IHtmlContent Solution(string? solution) =>
        string.IsNullOrEmpty(solution) ? Nothing : Html.Of($"<dt>Solution</dt><dd>{solution}</dd>");

    private static IHtmlContent Comments(IReadOnlyList<PlayedComment> comments) => comments.Count == 0
        ? Html.Of($"<p>None.</p>")
        : Html.Of($"<ol>{Html.All(comments, it => Html.Of($"<li><p class=\"note\">{it.By}, {it.At} (UTC)</p><pre>{it.Text}</pre></li>"))}</ol>");

    // A line end after the opening tag is not part of the text.
    private static IHtmlContent Form(PlayedCase one, string typed)
    {
        var moves = Html.All(
            Enum.GetValues<DeskMove>().Where(move => one.Phase.Allows(move)),
            move => Html.Of($"""<button name="{DeskPage.MoveField}" value="{move}">{move.Label()}</button> """));
        return Html.Of($"""
            <form method="post" action="{DeskPage.PathOf(one.Number)}">
            <p><label for="text">What the desk says</label></p>
            <textarea id="text" name="{DeskPage.TextField}" rows="4" maxlength="{SandboxLimits.LongestText}">
            {typed}</textarea>
            <p>{moves}</p>
            </form>
            """);
    }

    // One press each: a list to choose from would be closed by the next refresh.
    private static IHtmlContent Trouble(IPlayedDesk desk)
    {
        var now = desk.Trouble;
        var buttons = Html.All(
            Enum.GetValues<DeskTrouble>(),
            it => Html.Of($"""
                <button name="{DeskPage.TroubleField}" value="{it}"{(it == now ? Html.Of($" disabled") : Nothing)}>{DeskTroubles.Label(it)}</button>

                """));
        var alarm = now == DeskTrouble.None ? Nothing : Html.Of($"""<p class="fault">The bot's calls meet trouble: {DeskTroubles.Label(now)}.</p>""");
        return Html.Of($"""
            <h2>Trouble</h2>
            <p>What the bot's calls meet, until you set something else:</p>
            {alarm}
            <form method="post" action="{DeskPage.TroublePath}">
            {buttons}</form>
            """);
    }

    private static IHtmlContent Frame(string title, IHtmlContent head, IHtmlContent body) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        {head}
        <title>{title}</title>
        <link rel="stylesheet" href="{DeskPage.StylePath}">
        </head>
        <body><main>
        {body}
        </main></body>
        </html>

        """);
}
