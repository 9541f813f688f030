using System.Buffers.Text;
using System.Text.Json;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>What a token says of its owner. It comes from IBM itself, so its signature is not looked at.</summary>
internal sealed record IbmTokenClaims
{
    public string? IamId { get; init; }

    public string? Id { get; init; }

    public string? Sub { get; init; }

    /// <returns>Nothing for a token that cannot be read.</returns>
    public static IReadOnlyList<string> IdsIn(string token)
    {
        try
        {
            if (token.Split('.') is not [_, var payload, _])
                return [];

            var claims = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(payload), IbmCloudJson.Default.IbmTokenClaims);
            return [.. new[] { claims?.IamId, claims?.Id, claims?.Sub }.OfType<string>().Where(id => id.Length > 0)];
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            return [];
        }
    }
}
