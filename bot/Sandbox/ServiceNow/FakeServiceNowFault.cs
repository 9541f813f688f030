using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatOpsBot.Sandbox.ServiceNow;

/// <summary>What goes wrong with a call to <see cref="FakeServiceNow"/>, beside what goes wrong with any (<see cref="FakeFault"/>).</summary>
public static class FakeServiceNowFault
{
    /// <param name="isAfterwards">The call is carried out all the same.</param>
    public static FakeFault Refuse(int status, string message = "Operation Failed", string? detail = null, bool isAfterwards = false) =>
        new(http => FakeServiceNowAnswer.Refused(status, message, detail).WriteAsync(http), isAfterwards);

    public static FakeFault Throttle(TimeSpan? pause = null, DateTimeOffset? reset = null) => new(http =>
    {
        if (pause is { } wait)
            http.Response.Headers.RetryAfter = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        if (reset is { } at)
            http.Response.Headers["X-RateLimit-Reset"] = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return FakeServiceNowAnswer.Refused(429, "Rate limit exceeded", "Maximum number of requests reached").WriteAsync(http);
    });

    /// <summary>As a developer instance answers that sleeps.</summary>
    public static FakeFault Page(int status = 200, bool isAfterwards = false) => new(
        http =>
        {
            (http.Response.StatusCode, http.Response.ContentType) = (status, "text/html");
            return http.Response.WriteAsync("<html><body>Your instance is hibernating</body></html>");
        },
        isAfterwards);

    /// <summary>Carried out, and the answer is not what it should be.</summary>
    public static FakeFault Body(string body, int status = 200) => new(
        http =>
        {
            (http.Response.StatusCode, http.Response.ContentType) = (status, "application/json");
            return http.Response.WriteAsync(body);
        },
        IsAfterwards: true);

    /// <summary>Carried out, and then the answer breaks off in its middle.</summary>
    public static FakeFault Cut() => new(
        async http =>
        {
            (http.Response.ContentType, http.Response.ContentLength) = ("application/json", 1000);
            await http.Response.WriteAsync("{\"result\":");
            await http.Response.Body.FlushAsync();
            http.Abort();
        },
        IsAfterwards: true);

    /// <summary>Carried out, and never answered.</summary>
    public static FakeFault HangAfterwards() => FakeFault.Hang() with { IsAfterwards = true };

    /// <summary>A query that ran out of time: some rows, and an error beside them.</summary>
    public static FakeFault Partial() => new(http => new FakeServiceNowAnswer(
        200,
        new JsonObject
        {
            ["result"] = new JsonArray(),
            ["error"] = new JsonObject { ["message"] = "Transaction cancelled: maximum execution time exceeded" },
        }).WriteAsync(http));
}
