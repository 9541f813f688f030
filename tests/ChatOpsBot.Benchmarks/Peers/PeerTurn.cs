using System.Text.Encodings.Web;
using System.Text.Json;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Benchmarks.Peers;

/// <summary>A message as Teams posts it, with gaps for what differs from turn to turn.</summary>
internal static class PeerTurn
{
    // The marks are those of ASCII; Teams writes other letters as they are.
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string WithGaps(string serviceUrl)
    {
        var activity = ActivityJson.Message("@text@").With("id", "@id@").With("serviceUrl", serviceUrl);
        activity["from"]!["id"] = "29:person-@person@";
        activity["from"]!["aadObjectId"] = "0a0a0a0a-0000-0000-0000-@person@";
        activity["conversation"]!["id"] = "a:person-@person@";
        return activity.ToJsonString(AsWritten);
    }

    public static string Filled(string withGaps, int number, int people, string text) =>
        withGaps
            .Replace("@id@", $"1999{number:D9}", StringComparison.Ordinal)
            .Replace("@person@", $"{number % people:D12}", StringComparison.Ordinal)
            .Replace("@text@", text, StringComparison.Ordinal);
}
