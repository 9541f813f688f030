using ChatOpsBot.Connector.Incoming;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ChatOpsBot.Host.Pages;

/// <summary>What a form of these pages sends.</summary>
internal static class SmallForm
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const int MostFields = 12;

    /// <param name="mostBytes">A longer one is none.</param>
    /// <returns>The fields; null where the request has none, or is anything else.</returns>
    public static async Task<IFormCollection?> ReadAsync(HttpRequest request, int mostBytes)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase))
            return null;

        try
        {
            if (await BoundedBody.ReadAsync(request, mostBytes) is not { } bytes)
                return null;

            using var reader = new FormReader(new MemoryStream(bytes))
            {
                ValueCountLimit = MostFields,
                KeyLengthLimit = 100,
                ValueLengthLimit = mostBytes,
            };
            return new FormCollection(await reader.ReadFormAsync(request.HttpContext.RequestAborted));
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
