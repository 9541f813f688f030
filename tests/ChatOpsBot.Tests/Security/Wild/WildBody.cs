using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Tests.Security.Wild;

/// <summary>Bytes of a request, some of them as no writer of JSON would write them.</summary>
internal static partial class WildBody
{
    private static readonly JsonSerializerOptions Escaped = new();
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // No UTF-8: an overlong NUL, half a pair, a beginning without an end, a byte that never comes.
    private static readonly byte[][] NoText = [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4], [0xFF]];

    private static readonly string[] Raws =
    [
        "1e999", "-0", "00", "99999999999999999999999999999999", "-9223372036854775809", "0.1e-400", "\"\\ud800\"", "\"x\\udc00y\"", "\"\\u0000\"",
        "{\"a\":1,\"a\":2}", "NaN", "Infinity", "'x'", "// x\n1", "{\"\\ud800\":1}", "[1,]", "\"\t\"", "+1", "0x10", "\"\\x\"", "tru",
        new string('[', 5_000) + new string(']', 5_000), string.Concat(Enumerable.Repeat("{\"a\":", 3_000)) + "1" + new string('}', 3_000),
        new string('[', 60) + new string(']', 60), string.Concat(Enumerable.Repeat("{\"data\":", 50)) + "{}" + new string('}', 50),
    ];

    /// <summary>Stands in a JSON tree for something that no tree can hold.</summary>
    public static JsonNode Raw(Random random) => $"raw#{random.Next(Raws.Length)}#";

    public static byte[] Of(JsonObject activity, Random random)
    {
        var json = RawMark().Replace(
            activity.ToJsonString(random.Next(2) == 0 ? Escaped : Plain),
            mark => int.Parse(mark.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var at && at < Raws.Length
                ? Raws[at]
                : mark.Value);
        return random.Next(25) == 0 ? Broken(json, random) : Encoding.UTF8.GetBytes(json);
    }

    private static byte[] Broken(string json, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var at = random.Next(bytes.Length);
        switch (random.Next(6))
        {
            case 0:
                return bytes[..at];
            case 1:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 2:
                return [.. bytes[..at], .. bytes[random.Next(at + 1)..]];
            case 3:
                return [.. bytes[..at], .. random.GetItems(NoText, 1)[0], .. bytes[at..]];
            case 4:
                // A second field of the same name, of which two readers would see one each.
                return Encoding.UTF8.GetBytes("{\"type\":\"message\",\"serviceUrl\":\"https://evil.example\"," + json[1..]);
            default:
                return Encoding.UTF8.GetBytes(json + new string(' ', random.Next(300_000)));
        }
    }

    [GeneratedRegex("\"raw#(\\d+)#\"")]
    private static partial Regex RawMark();
}
