using Microsoft.AspNetCore.Http;

namespace ChatOpsBot.Sandbox;

/// <summary>Something that goes wrong with one call over HTTP.</summary>
/// <param name="IsAfterwards">The call is carried out first.</param>
public sealed record FakeFault(Func<HttpContext, Task> Play, bool IsAfterwards = false)
{
    /// <summary>Not a byte of the answer to the call leaves: it is held back from the first on.</summary>
    public bool IsAnswerLost { get; init; }

    /// <summary>Nothing goes wrong with this one.</summary>
    public static FakeFault None() => new(_ => Task.CompletedTask, IsAfterwards: true);

    public static FakeFault Refuse(int status, string? code = null, string? subCode = null) => new(async http =>
    {
        http.Response.StatusCode = status;
        if (code is not null)
            await http.Response.WriteAsJsonAsync(new { error = new { code, subCode, message = "as was wished" } });
    });

    /// <summary>Consents, with words of its own.</summary>
    public static FakeFault Answer(string body) => new(http => http.Response.WriteAsync(body));

    /// <summary>Consents with a page for people, as a network does before somebody has signed in to it.</summary>
    public static FakeFault AnswerPage(string html) => new(http =>
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(html);
    });

    public static FakeFault Throttle(string? retryAfter = null) => new(http =>
    {
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        if (retryAfter is not null)
            http.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    });

    public static FakeFault Redirect(int status, string to) => new(http =>
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Location = to;
        return Task.CompletedTask;
    });

    /// <summary>Breaks the connection before anything is done.</summary>
    public static FakeFault Break() => new(http =>
    {
        http.Abort();
        return Task.CompletedTask;
    });

    /// <summary>The same, with the time after which to try again.</summary>
    public FakeFault After(string seconds) => this with
    {
        Play = http =>
        {
            http.Response.Headers.RetryAfter = seconds;
            return Play(http);
        },
    };

    /// <summary>Never answers; ends when the caller hangs up.</summary>
    public static FakeFault Hang() => new(async http =>
    {
        var hungUp = new TaskCompletionSource();
        await using var registration = http.RequestAborted.Register(hungUp.SetResult);
        await hungUp.Task;
    });

    /// <summary>Carries the call out and breaks the connection instead of answering.</summary>
    public static FakeFault DropAfterAccepting() => new(
        http =>
        {
            http.Abort();
            return Task.CompletedTask;
        },
        IsAfterwards: true)
    {
        IsAnswerLost = true,
    };
}
