using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>Reads the body of a request into an activity, or says with which status and why not.</summary>
internal sealed record ActivityBody(Activity? Activity, int Status, string Reason)
{
    /// <summary>256 KB: a message of Teams ends at about 100 KB.</summary>
    private const int MaxBytes = 256 * 1024;

    // Two fields of one name read differently by two readers: refused, so that what was checked is what is used.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static async Task<ActivityBody> ReadAsync(HttpRequest request)
    {
        if (!IsJson(request))
            return Refused(StatusCodes.Status415UnsupportedMediaType, "the content type is not application/json in UTF-8");

        try
        {
            return request.ContentLength > MaxBytes || await BytesAsync(request) is not { } bytes
                ? Refused(StatusCodes.Status413PayloadTooLarge, "the body is larger than 256 KB")
                : Parse(bytes);
        }
        catch (BadHttpRequestException error)
        {
            return Refused(error.StatusCode, "the body could not be read");
        }
    }

    private static ActivityBody Parse(ReadOnlyMemory<byte> bytes)
    {
        if (!Utf8.IsValid(bytes.Span))
            return Refused(StatusCodes.Status400BadRequest, "the body is not valid UTF-8");

        try
        {
            using var json = JsonDocument.Parse(bytes, Strict);
            return Complete(Activity.Read(json.RootElement));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: half a surrogate pair in the name of a field, met while the names are compared.
            return Refused(StatusCodes.Status400BadRequest, "the body is not valid JSON");
        }
    }

    private static ActivityBody Complete(Activity activity)
    {
        var missing = activity switch
        {
            { Type: "" } => "type",
            { Conversation.Id: "" } => "conversation.id",
            { ServiceUrl: "" } => "serviceUrl",
            _ => null,
        };
        return missing is null
            ? new(activity, StatusCodes.Status200OK, "")
            : Refused(StatusCodes.Status400BadRequest, $"the activity has no {missing}");
    }

    private static async Task<ReadOnlyMemory<byte>?> BytesAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            if (buffer.Length + read > MaxBytes)
                return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;

    private static ActivityBody Refused(int status, string reason) => new(null, status, reason);
}
