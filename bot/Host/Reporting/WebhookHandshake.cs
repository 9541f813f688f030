using System.Globalization;
using ChatOpsBot.Application.Recovery.Reporting;

namespace ChatOpsBot.Host.Reporting;

/// <summary>
/// <c>OPTIONS /api/dr-events</c>: a sender that validates its endpoint first, as Azure Event Grid does, asks whether it may deliver here
/// (CloudEvents specification, "HTTP 1.1 Web Hooks for Event Delivery", section 4). Whoever has a reporter's key may.
/// </summary>
internal static class WebhookHandshake
{
    private const string RequestOrigin = "WebHook-Request-Origin";
    private const string AllowedOrigin = "WebHook-Allowed-Origin";
    private const string AllowedRate = "WebHook-Allowed-Rate";

    public static IResult Answer(HttpContext http, ReportingOptions options)
    {
        var origin = http.Request.Headers[RequestOrigin].ToString();
        if (Uri.CheckHostName(origin) is not UriHostNameType.Dns)
            return Results.Problem($"{RequestOrigin} is missing, or is not the name of a host.", statusCode: StatusCodes.Status400BadRequest);

        http.Response.Headers.Allow = $"{HttpMethods.Options}, {HttpMethods.Post}";
        http.Response.Headers[AllowedOrigin] = origin;
        http.Response.Headers[AllowedRate] = options.ReportsPerMinute.ToString(CultureInfo.InvariantCulture);
        return Results.Ok();
    }
}
