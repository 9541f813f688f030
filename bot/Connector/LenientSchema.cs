using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ChatOpsBot.Connector;

/// <summary>
/// How the SDK's schema types are read from JSON that somebody else wrote. The activity protocol (A2005, A2006) wants a receiver to live
/// with what it does not know; the SDK by itself rejects the whole for one field of another type, and turns text into dates.
/// </summary>
internal static class LenientSchema
{
    private const int MaxDepth = 64;

    // Each costs an exception. What Teams sends has none.
    private const int MaxFaults = 50;

    public static void Configure(JsonSerializerSettings settings)
    {
        settings.MaxDepth = MaxDepth;
        settings.DateParseHandling = DateParseHandling.None;
        settings.MetadataPropertyHandling = MetadataPropertyHandling.Ignore;
        settings.Converters.Add(new LenientText());
        settings.Converters.Add(new LenientWholeNumber());

        // A field of another type reads as absent.
        settings.Error = static (_, error) => error.ErrorContext.Handled = true;
    }

    /// <summary>A serializer for one object that passes over a limited number of fields of another type, and then throws.</summary>
    public static JsonSerializer Serializer()
    {
        var settings = new JsonSerializerSettings();
        Configure(settings);
        var faults = 0;
        settings.Error = (_, error) => error.ErrorContext.Handled = ++faults <= MaxFaults;
        return JsonSerializer.Create(settings);
    }

    /// <summary>Null for what is no object, or too little like a <typeparamref name="T"/>.</summary>
    public static T? Read<T>(JToken? value)
        where T : class
    {
        try
        {
            return (value as JObject)?.ToObject<T>(Serializer());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
