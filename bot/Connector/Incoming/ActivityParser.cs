using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Net.Http.Headers;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = System.Text.Json.JsonException;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>
/// Reads the body of a request into the SDK's activity, or says with which status and why not. The SDK's own reader has no limit of size,
/// accepts two fields of one name, and rejects an activity for one field of another type.
/// </summary>
internal sealed record ActivityParser(Activity? Activity, int Status, string Reason)
{
    /// <summary>256 KB: a message of Teams ends at about 100 KB.</summary>
    private const int MaxBytes = 256 * 1024;

    // Two fields of one name read differently by two readers: refused, so that what was checked is what is used.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static async Task<ActivityParser> ReadAsync(HttpRequest request)
    {
        if (!IsJson(request))
            return Refused(StatusCodes.Status415UnsupportedMediaType, "the content type is not application/json in UTF-8");

        try
        {
            return await BoundedBody.ReadAsync(request, MaxBytes) is { } bytes
                ? Parse(bytes)
                : Refused(StatusCodes.Status413PayloadTooLarge, "the body is larger than 256 KB");
        }
        catch (BadHttpRequestException error)
        {
            return Refused(error.StatusCode, "the body could not be read");
        }
    }

    private static ActivityParser Parse(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes))
            return Refused(StatusCodes.Status400BadRequest, "the body is not valid UTF-8");

        try
        {
            JsonDocument.Parse(bytes, Strict).Dispose();
            return Complete(Read(Encoding.UTF8.GetString(bytes)));
        }
        catch (Exception error) when (error is JsonException or Newtonsoft.Json.JsonException or InvalidOperationException)
        {
            // InvalidOperationException: half a surrogate pair in the name of a field, met while the names are compared.
            return Refused(StatusCodes.Status400BadRequest, "the body is not valid JSON, or no activity");
        }
    }

    // By way of tokens: a serializer that reads text itself loses its place at some fields of another type, and with it the activity.
    private static Activity? Read(string json)
    {
        var serializer = LenientSchema.Serializer();
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        if (JToken.Load(reader) is not JObject root || root.ToObject<Activity>(serializer) is not { } activity)
            return null;

        activity.ChannelData = (activity.ChannelData as JObject)?.ToObject<TeamsChannelData>(serializer);

        // The SDK would keep the bot's messages back for the response; Teams does not ask for that.
        activity.DeliveryMode = null;
        return activity;
    }

    private static ActivityParser Complete(Activity? activity)
    {
        var missing = activity switch
        {
            { Type: null or "" } or null => "type",
            { Conversation: null or { Id: null or "" } } => "conversation.id",
            // The SDK writes it into a header of every answer, where none of these can stand.
            { Conversation.Id: var id } when id.Any(char.IsControl) => "conversation.id without control characters",
            { ServiceUrl: null or "" } => "serviceUrl",
            _ => null,
        };
        return missing is null
            ? new(activity, StatusCodes.Status200OK, "")
            : Refused(StatusCodes.Status400BadRequest, $"the activity has no {missing}");
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;

    private static ActivityParser Refused(int status, string reason) => new(null, status, reason);
}
