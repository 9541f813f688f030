using ChatOpsBot.Connector.Schema;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>Finds the files in a message.</summary>
internal static class SentFiles
{
    private const string UploadType = "application/vnd.microsoft.teams.file.download.info";

    // Files and links to files beside those two kinds.
    private static readonly string[] Others = ["video/", "audio/", "reference", "application/vnd.microsoft.teams.file."];

    // An array: two messages without files are equal.
    public static IReadOnlyList<SentFile> In(Activity activity) =>
        (activity.Attachments ?? []).Select(Read).OfType<SentFile>().ToArray();

    private static SentFile? Read(Attachment? attachment) => attachment?.ContentType switch
    {
        null => null,
        var type when type.Equals(UploadType, StringComparison.OrdinalIgnoreCase) => new(
            NameOf(attachment), SentFileSource.Upload, SdkFields.Text(attachment.Content as JObject, "downloadUrl")),
        var type when type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) => new(
            NameOf(attachment), SentFileSource.Picture, attachment.ContentUrl),
        var type when Others.Any(other => type.StartsWith(other, StringComparison.OrdinalIgnoreCase)) => new(
            NameOf(attachment), SentFileSource.Elsewhere, Address: null),
        _ => null,
    };

    private static string NameOf(Attachment attachment) => LenientText.Clean(attachment.Name ?? "") ?? "";
}
