using Newtonsoft.Json;

namespace ChatOpsBot.Connector;

/// <summary>
/// How the SDK's schema types are read from JSON that somebody else wrote. The activity protocol (A2005, A2006) wants a receiver to live
/// with what it does not know; the SDK by itself rejects the whole for one field of another type, and turns text into dates.
/// </summary>
internal static class LenientSchema
{
    private const int MaxDepth = 64;

    public static void Configure(JsonSerializerSettings settings)
    {
        settings.MaxDepth = MaxDepth;
        settings.DateParseHandling = DateParseHandling.None;
        settings.MetadataPropertyHandling = MetadataPropertyHandling.Ignore;
        settings.Converters.Add(new LenientText());

        // A field of another type reads as absent.
        settings.Error = static (_, error) => error.ErrorContext.Handled = true;
    }

    /// <summary>A serializer that passes over at most so many faulty fields: each costs an exception.</summary>
    public static JsonSerializer Serializer(int maxFaults)
    {
        var settings = new JsonSerializerSettings();
        Configure(settings);
        var faults = 0;
        settings.Error = (_, error) => error.ErrorContext.Handled = ++faults <= maxFaults;
        return JsonSerializer.Create(settings);
    }
}
