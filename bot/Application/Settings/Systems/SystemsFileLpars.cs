using System.Text;
using System.Text.Json;

namespace ChatOpsBot.Application.Settings.Systems;

/// <summary>Walks through the JSON of a systems file. What has another form than it should becomes a fault, and the walk goes on.</summary>
internal static class SystemsFileLpars
{
    private const string List = "lpars";

    public static List<LparSetting> Read(ref Utf8JsonReader json, SystemsFilePlaces places)
    {
        List<LparSetting> found = [];
        json.Read();
        var isListed = false;
        if (json.TokenType == JsonTokenType.StartObject)
        {
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
                isListed |= ReadProperty(ref json, places, found);
        }

        if (!isListed && places.Faults.Count == 0)
            places.Fault(json, $$"""the file must contain {"{{List}}": [ ... ]}.""");

        // What stands behind the end is no JSON, and is told as that.
        while (json.Read())
        {
        }

        return found;
    }

    private static bool ReadProperty(ref Utf8JsonReader json, SystemsFilePlaces places, List<LparSetting> found)
    {
        var name = json.GetString();
        if (!string.Equals(name, List, StringComparison.OrdinalIgnoreCase))
        {
            places.Fault(json, $"unknown field '{name}'; the file contains '{List}'.");
            json.Skip();
            return false;
        }

        json.Read();
        if (json.TokenType == JsonTokenType.StartArray)
        {
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                ReadLpar(ref json, places, found);
            return true;
        }

        places.Fault(json, $"'{List}' must be a list.");
        json.Skip();
        return false;
    }

    private static void ReadLpar(ref Utf8JsonReader json, SystemsFilePlaces places, List<LparSetting> found)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            places.Fault(json, $$"""an LPAR is written as {"name": ...}.""");
            json.Skip();
            return;
        }

        var place = places.Of(json);
        Dictionary<string, WrittenField> fields = new(StringComparer.OrdinalIgnoreCase);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            ReadField(ref json, places, fields);
        found.Add(new(place, fields));
    }

    private static void ReadField(ref Utf8JsonReader json, SystemsFilePlaces places, Dictionary<string, WrittenField> fields)
    {
        var name = json.GetString()!;
        var place = $"{places.Of(json)}, {name}";
        json.Read();
        var text = json.TokenType switch
        {
            JsonTokenType.String => json.GetString(),
            JsonTokenType.Null => "",
            JsonTokenType.True or JsonTokenType.False or JsonTokenType.Number => Encoding.UTF8.GetString(json.ValueSpan),
            _ => null,
        };
        if (text is null)
        {
            places.Fault(json, $"{name} must be one value.");
            json.Skip();
        }
        else if (!fields.TryAdd(name, new(text, place)))
        {
            places.Fault(json, $"{name} is given twice.");
        }
    }
}
