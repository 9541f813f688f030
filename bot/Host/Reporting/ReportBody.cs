using System.Net.Mime;
using System.Text.Json;
using System.Text.Unicode;
using ChatOpsBot.Connector.Incoming;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.Http;
using CloudNative.CloudEvents.SystemTextJson;
using Microsoft.Net.Http.Headers;

namespace ChatOpsBot.Host.Reporting;

/// <summary>
/// Reads a request as CloudEvents 1.0 by its HTTP binding: one event in structured mode, several in batched mode, or one in binary mode
/// with its attributes in <c>ce-</c> headers. What cannot be read is a fault of the sender's, whatever it is.
/// </summary>
internal static class ReportBody
{
    public const int MaxBytes = 256 * 1024;

    private const int MostEvents = 100;
    private const string One = "application/cloudevents+json";
    private const string Several = "application/cloudevents-batch+json";
    private const string AttributePrefix = "ce-";

    // Two fields of one name read differently by two readers: refused.
    private static readonly JsonEventFormatter Formatter = new(
        new JsonSerializerOptions(), new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 32 });

    public static async Task<ReportReading> ReadAsync(HttpRequest request)
    {
        if (MediaType(request) is not { } type)
            return Refused(
                StatusCodes.Status415UnsupportedMediaType,
                $"the content type must be {One}, {Several}, or {MediaTypeNames.Application.Json} with the attributes in {AttributePrefix} headers; in UTF-8, not compressed");
        if (request.Headers.FirstOrDefault(it => IsAttribute(it.Key) && it.Value.Count > 1).Key is { } twice)
            return Refused(StatusCodes.Status400BadRequest, $"the header {twice} is given twice");

        try
        {
            return await BoundedBody.ReadAsync(request, MaxBytes) is not { } bytes
                ? Refused(StatusCodes.Status413PayloadTooLarge, "the body is larger than 256 KB")
                : await ParseAsync(request, type, bytes);
        }
        catch (BadHttpRequestException error)
        {
            return Refused(error.StatusCode, "the body could not be read");
        }
    }

    private static async Task<ReportReading> ParseAsync(HttpRequest request, string type, byte[] bytes)
    {
        if (!Utf8.IsValid(bytes))
            return Refused(StatusCodes.Status400BadRequest, "the body is not valid UTF-8");

        try
        {
            using var message = Message(request, bytes);
            if (type != Several)
                return new([await message.ToCloudEventAsync(Formatter)], IsBatch: false, null);

            var events = await message.ToCloudEventBatchAsync(Formatter);
            return events.Count > MostEvents
                ? Refused(StatusCodes.Status413PayloadTooLarge, $"a batch holds at most {MostEvents} events")
                : new(events, IsBatch: true, null);
        }
        // Beside its own faults the reader lets pass what it meets: half a surrogate pair, a number out of range, data that is no Base64.
        catch (Exception fault)
            when (fault
                    is JsonException
                        or ArgumentException
                        or InvalidOperationException
                        or FormatException
                        or NotSupportedException
                        or OverflowException)
        {
            return Refused(StatusCodes.Status400BadRequest, $"that is no CloudEvent 1.0 in JSON: {Reason(fault)}");
        }
    }

    // What the library reads is a message of the client's kind: the same headers and the same bytes.
    private static HttpRequestMessage Message(HttpRequest request, byte[] bytes)
    {
        var message = new HttpRequestMessage { Content = new ByteArrayContent(bytes) };
        message.Content.Headers.TryAddWithoutValidation(HeaderNames.ContentType, request.ContentType);
        foreach (var (name, value) in request.Headers.Where(it => IsAttribute(it.Key)))
            message.Headers.TryAddWithoutValidation(name, value.ToString());
        return message;
    }

    private static string? MediaType(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || request.Headers.ContentEncoding.Count > 0
            || (type.Charset.HasValue && !type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
            return null;

        var name = type.MediaType.Value?.ToLowerInvariant();
        return
            name is One or Several
            || (name == MediaTypeNames.Application.Json && request.Headers.ContainsKey(AttributePrefix + "specversion"))
            ? name
            : null;
    }

    private static bool IsAttribute(string header) => header.StartsWith(AttributePrefix, StringComparison.OrdinalIgnoreCase);

    private static string Reason(Exception fault) => fault.Message.Split(" (Parameter")[0].ReplaceLineEndings(" ");

    private static ReportReading Refused(int status, string reason) =>
        new([], IsBatch: false, ReportAnswer.Refused(status, char.ToUpperInvariant(reason[0]) + reason[1..]));
}

/// <summary>What a request held.</summary>
/// <param name="Refusal">Why nothing can be read of it; null where it can.</param>
internal sealed record ReportReading(IReadOnlyList<CloudEvent> Events, bool IsBatch, ReportAnswer? Refusal);
