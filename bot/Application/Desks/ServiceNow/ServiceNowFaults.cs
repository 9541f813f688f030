using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>What the instance's refusals mean. Source: ServiceNow documentation, "REST API HTTP response codes".</summary>
internal static class ServiceNowFaults
{
    private const int LongestDetail = 300;

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <param name="isWrite">The call could have changed something.</param>
    public static CallFault Of(
        int status, HttpResponseHeaders headers, JsonElement? error, bool isWrite, DateTimeOffset now) => status switch
        {
            401 => Operator(status, "the credentials in Desk:ServiceNow are not accepted"),
            403 => Forbidden(Words(error)),
            404 => new(new DeskAnswer.Refused("The desk does not show this ticket any more."), status),
            // Somebody else changed it, or a unique index has the key already.
            409 => new(new DeskAnswer.NotNow("HTTP 409") { IsOutcomeUnknown = isWrite }, status),
            429 => new(new DeskAnswer.NotNow("HTTP 429: too many calls", Pause(headers, now)), status),
            >= 500 => new(new DeskAnswer.NotNow(Code(status), Pause(headers, now)) { IsOutcomeUnknown = isWrite }, status),
            >= 300 and < 400 => Operator(status, "the instance sends the bot elsewhere; check Desk:ServiceNow:InstanceUrl"),
            _ => Operator(status, Words(error)),
        };

    /// <summary>A page where JSON should be: the instance sleeps, or something on the way answered in its place.</summary>
    public static CallFault NotJson(int status, bool isWrite) =>
        new(
            new DeskAnswer.NotNow($"HTTP {status} with a web page: the instance is hibernating, or a proxy answered in its place")
            {
                IsOutcomeUnknown = isWrite,
            },
            status);

    public static CallFault Unreadable(int status, bool isWrite) =>
        new(new DeskAnswer.NotNow($"HTTP {status}, but the answer cannot be read") { IsOutcomeUnknown = isWrite }, status);

    public static CallFault NotReached(string why, bool isUnknown) => new(new DeskAnswer.NotNow(why) { IsOutcomeUnknown = isUnknown });

    public static CallFault Operator(int? status, string why) =>
        new(new DeskAnswer.NotNow(status is { } code ? $"{Code(code)}: {why}" : why) { NeedsOperator = true }, status);

    /// <summary>How long the instance wants to be left alone: in seconds, or until a time.</summary>
    public static TimeSpan? Pause(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var pause = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => headers.TryGetValues("X-RateLimit-Reset", out var reset)
                && long.TryParse(reset.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? DateTimeOffset.FromUnixTimeSeconds(seconds) - now
                : TimeSpan.Zero,
        };
        return pause <= TimeSpan.Zero ? null : pause < LongestPause ? pause : LongestPause;
    }

    /// <summary>The instance's own words, in one line.</summary>
    public static string Words(JsonElement? error)
    {
        if (error is not { ValueKind: JsonValueKind.Object } said)
            return error is { ValueKind: JsonValueKind.String } text ? Line(text.GetString()!) : "no reason given";

        var record = new ServiceNowRecord(said);
        return Line(string.Join(": ", new[] { record.Value("message"), record.Value("detail") }.Where(part => part.Length > 0)));
    }

    public static bool Says(string words, params IEnumerable<string> signs) =>
        signs.Any(sign => words.Contains(sign, StringComparison.OrdinalIgnoreCase));

    // The status is the same for all of them; only the words tell them apart.
    private static CallFault Forbidden(string words) =>
        Says(words, "unique key", "duplicate") ? new(new DeskAnswer.NotNow("HTTP 403: the key is taken") { IsOutcomeUnknown = true }, 403)
        : Says(words, "data policy", "mandatory") ? Operator(403, $"a data policy wants more; set it in Desk:ServiceNow:Columns. {words}")
        : Says(words, "business rule", "aborted") ? new(new DeskAnswer.Refused(words), 403)
        : Operator(403, $"the bot's user lacks a role, or an ACL refuses it. {words}");

    private static string Code(int status) => $"HTTP {status.ToString(CultureInfo.InvariantCulture)}";

    private static string Line(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestDetail ? line : string.Concat(line.AsSpan(0, LongestDetail - 1), "…");
    }
}
