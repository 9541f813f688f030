using ChatOpsBot.Connector.Incoming;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ChatOpsBot.Host.Wall;

/// <summary>What a form of these pages sends.</summary>
internal static class SmallForm
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const int MaxBytes = 4 * 1024;

    /// <returns>The value of the field; null where the request has none, or is anything else.</returns>
    public static async Task<string?> ReadAsync(HttpRequest request, string field)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase))
            return null;

        try
        {
            if (await BoundedBody.ReadAsync(request, MaxBytes) is not { } bytes)
                return null;

            using var reader = new FormReader(new MemoryStream(bytes))
            {
                ValueCountLimit = 4,
                KeyLengthLimit = 100,
                ValueLengthLimit = 1000,
            };
            var form = await reader.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.TryGetValue(field, out var value) ? value.ToString() : null;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
