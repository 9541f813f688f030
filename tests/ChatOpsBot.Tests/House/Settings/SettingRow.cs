using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Tests.House.Settings;

/// <summary>One setting as the page names it.</summary>
/// <param name="Name">As an environment variable: <c>Teams__AppId</c>.</param>
/// <param name="Takes">What may be given.</param>
/// <param name="Default">What holds without it; empty where nothing does.</param>
internal sealed partial record SettingRow(string Name, string Takes, string Default, string Means)
{
    /// <param name="section">Of the property's own type, such as <c>Teams</c> or <c>Recovery:Channels:0</c>.</param>
    /// <param name="options">An instance with the defaults; null where an entry of a list has none.</param>
    public static SettingRow Of(string section, PropertyInfo property, object? options, string? renamed = null)
    {
        var said = WrittenDocs.Of(property) ?? "";
        var name = $"{section}:{renamed ?? property.Name}{Item(property.PropertyType)}".Replace(":", "__", StringComparison.Ordinal);
        return new(name, What(property.PropertyType), Otherwise(property, options, said), DefaultSaid().Replace(said, "").Trim());
    }

    public override string ToString() => $"| `{Name}` | {Takes} | {Default} | {Means} |";

    private static string Item(Type type) =>
        IsDictionary(type) ? ":<role>:0"
        : IsList(type) ? ":0"
        : "";

    private static string What(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return IsDictionary(type) || IsList(type) ? "list"
            : type.IsEnum ? string.Join(", ", Enum.GetNames(type).Select(name => $"`{name}`"))
            : type == typeof(bool) ? "`true`, `false`"
            : type == typeof(TimeSpan) ? "time"
            : type == typeof(int) || type == typeof(double) ? "number"
            : "text";
    }

    // A default that depends on the machine, or that is none, is said in words.
    private static string Otherwise(PropertyInfo property, object? options, string said)
    {
        if (options is not null && property.GetValue(options) is { } value && property.PropertyType is { IsValueType: true })
            return $"`{AsWritten(value)}`";

        return DefaultSaid().Match(said) is { Success: true } match ? match.Groups["what"].Value : Address(property, options);
    }

    private static string AsWritten(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        TimeSpan { Milliseconds: not 0 } span => span.ToString("c", CultureInfo.InvariantCulture).TrimEnd('0'),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Address(PropertyInfo property, object? options) =>
        options is not null && property.GetValue(options) is string { Length: > 0 } text && !Path.IsPathRooted(text) ? $"`{text}`" : "";

    private static bool IsDictionary(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);

    private static bool IsList(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    [GeneratedRegex(@"\bDefault(?: for [^:]+)?: (?<what>.+?)\.(?= [A-Z]|$)")]
    private static partial Regex DefaultSaid();
}
