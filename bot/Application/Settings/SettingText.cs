using System.Collections;
using System.Globalization;

namespace ChatOpsBot.Application.Settings;

/// <summary>The text of one setting, and what it is to be read as.</summary>
internal static class SettingText
{
    /// <summary>Null when the setting is absent or can be read; otherwise one line that says what it takes.</summary>
    public static string? Fault(IConfigurationSection setting, Type type)
    {
        if (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type))
            return setting.Value is { Length: > 0 } ? $"{setting.Path} must be a list; its first item is {setting.Path}:0." : null;

        if (setting.Value is not { } text)
            return setting.GetChildren().Any() ? $"{setting.Path} must be one value." : null;

        return CanBeRead(setting, type) ? null : $"{setting.Path} is '{text}', but must be {WhatFits(type)}.";
    }

    public static string? Of(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture);

    private static bool CanBeRead(IConfigurationSection setting, Type type)
    {
        try
        {
            // A number reads as an enum without being one of its names.
            return setting.Get(type) is { } value && (!type.IsEnum || Enum.IsDefined(type, value));
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string WhatFits(Type type) =>
        type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
        : type == typeof(TimeSpan) ? "a time such as 00:00:10 (hours, minutes, seconds)"
        : type == typeof(bool) ? "true or false"
        : type == typeof(int) ? "a whole number"
        : type == typeof(double) ? "a number"
        : "another form";
}
