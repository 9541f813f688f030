using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ChatOpsBot.Sandbox.Page;

/// <summary>The page on which somebody plays the desk. It stands in front of the product's API, on the same port.</summary>
internal sealed class DeskPage(IPlayedDesk desk)
{
    public const string Root = "/desk";
    public const string CasePath = $"{Root}/cases/";
    public const string TroublePath = $"{Root}/trouble";
    public const string StylePath = $"{Root}/page.css";

    /// <summary>The forms' fields.</summary>
    public const string TextField = "text";
    public const string MoveField = "move";
    public const string TroubleField = "trouble";

    public static string PathOf(string number) => CasePath + Uri.EscapeDataString(number);

    /// <summary>Answers what is the page's; everything else goes on to the API.</summary>
    public Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path;
        if (path != "/" && !path.StartsWithSegments(Root, StringComparison.Ordinal))
            return next(http);

        PageGuard.Protect(http.Response.Headers);
        return PageGuard.IsAddressedHere(http.Request)
            ? AnswerAsync(http, path.Value!)
            : RefuseAsync(http, 403, "This page is for the machine that it runs on.");
    }

    private Task AnswerAsync(HttpContext http, string path)
    {
        if (HttpMethods.IsPost(http.Request.Method))
            return PlayAsync(http, path);

        if (!HttpMethods.IsGet(http.Request.Method))
            return RefuseAsync(http, 405, "The page is read with GET and played with POST.");

        return path switch
        {
            "/" => GoAsync(http, Root),
            StylePath => PageStyle.WriteAsync(http.Response),
            Root => WriteAsync(http, 200, DeskHtml.List(desk)),
            _ when NumberIn(path) is { } number && desk.Find(number) is { } one => WriteAsync(http, 200, DeskHtml.Case(desk, one)),
            _ => RefuseAsync(http, 404, "There is no such case. The sandbox forgets its cases when it ends."),
        };
    }

    private async Task PlayAsync(HttpContext http, string path)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = SandboxLimits.LongestForm;
        if (!PageGuard.IsFromOwnPage(http.Request))
            await RefuseAsync(http, 403, "The page of another site cannot play the desk.");
        else if (!http.Request.HasFormContentType)
            await RefuseAsync(http, 415, "The desk is played with the forms of its page.");
        else if (path == TroublePath)
            await SetTroubleAsync(http, await http.Request.ReadFormAsync(http.RequestAborted));
        else if (NumberIn(path) is { } number)
            await MoveAsync(http, number, await http.Request.ReadFormAsync(http.RequestAborted));
        else
            await RefuseAsync(http, 404, "There is no such form.");
    }

    private Task SetTroubleAsync(HttpContext http, IFormCollection form)
    {
        if (Read<DeskTrouble>(form[TroubleField]) is not { } trouble)
            return RefuseAsync(http, 400, "That is no trouble that the sandbox knows.");

        desk.Trouble = trouble;
        return GoAsync(http, Root);
    }

    private Task MoveAsync(HttpContext http, string number, IFormCollection form)
    {
        // Browsers send line ends as CR and LF.
        var text = form[TextField].ToString().ReplaceLineEndings("\n").Trim();
        if (desk.Find(number) is not { } one)
            return RefuseAsync(http, 404, "There is no such case. The sandbox forgets its cases when it ends.");
        if (Read<DeskMove>(form[MoveField]) is not { } move)
            return WriteAsync(http, 400, DeskHtml.Case(desk, one, text, "That is no move that the sandbox knows."));
        if (text.Length > SandboxLimits.LongestText)
            return WriteAsync(
                http, 400, DeskHtml.Case(desk, one, text, $"The text has {text.Length} characters; the sandbox takes {SandboxLimits.LongestText}."));
        if (text.Length == 0 && move.NeedsText())
            return WriteAsync(http, 400, DeskHtml.Case(desk, one, text, $"Write something first: “{move.Label()}” needs it."));

        return desk.Play(number, move, text) is { } fault
            ? WriteAsync(http, 409, DeskHtml.Case(desk, desk.Find(number) ?? one, text, fault))
            : GoAsync(http, PathOf(number));
    }

    private static string? NumberIn(string path) =>
        path.StartsWith(CasePath, StringComparison.Ordinal) ? path[CasePath.Length..] : null;

    // By name alone: a number would be taken for any value.
    private static T? Read<T>(string? name)
        where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => value.ToString() == name);

    private static Task GoAsync(HttpContext http, string to)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = to;
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext http, int status, string reason) => WriteAsync(http, status, DeskHtml.Fault(reason));

    private static Task WriteAsync(HttpContext http, int status, IHtmlContent page)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, "text/html; charset=utf-8");
        return http.Response.WriteAsync(Html.Text(page), http.RequestAborted);
    }
}
