using System.Collections;
using ChatOpsBot.Domain.Understanding.Text;

namespace ChatOpsBot.Application.Settings;

/// <summary>Finds names in the configuration that no setting has: a mistyped one would silently keep its default.</summary>
internal static class SettingNames
{
    private const int Slips = 2;

    // Two slips in a name so short make another word.
    private const int Short = 4;

    public static IEnumerable<string> Unknown(IConfiguration settings, IReadOnlyCollection<SettingsSection> sections) =>
        sections
            .GroupBy(it => it.Name)
            .SelectMany(same => Unknown(settings.GetSection(same.Key), [.. same], sections))
            .Concat(UnknownSections(settings, [.. sections.Select(it => it.Name.Split(':')[0]).Distinct()]));

    // Only what is almost one of the bot's own: the configuration holds sections of the framework and of other programs as well.
    private static IEnumerable<string> UnknownSections(IConfiguration settings, IReadOnlyList<string> known) =>
        from section in settings.GetChildren()
        where section.Value is null && !known.Contains(section.Key, StringComparer.OrdinalIgnoreCase)
        let meant = Nearest(section.Key, known)
        where meant is not null
        select $"{section.Key} is not a group of settings. Did you mean {meant}?";

    private static IEnumerable<string> Unknown(
        IConfigurationSection section, IReadOnlyList<SettingsSection> same, IReadOnlyCollection<SettingsSection> all)
    {
        // A section that is a list has items instead of names.
        if (same.All(it => it.Keys.Count == 0))
            return [];

        var below = all
            .Where(it => it.Name.StartsWith($"{section.Path}:", StringComparison.OrdinalIgnoreCase))
            .Select(it => it.Name[(section.Path.Length + 1)..].Split(':')[0]);
        return
        [
            .. Unknown(section, [.. same.SelectMany(it => it.Keys), .. below]),
            .. same.Where(it => it.Defaults is not null).SelectMany(it => OfItems(section, it.Defaults!.GetType())),
        ];
    }

    // Lists of groups: Recovery:Reporters:0:Name.
    private static IEnumerable<string> OfItems(IConfigurationSection section, Type type) =>
        from property in type.GetProperties()
        where property.PropertyType.IsGenericType && typeof(IEnumerable).IsAssignableFrom(property.PropertyType)
        let item = property.PropertyType.GetGenericArguments()[^1]
        where item.Namespace?.StartsWith(nameof(ChatOpsBot), StringComparison.Ordinal) is true && item.IsClass
        from entry in section.GetSection(property.Name).GetChildren()
        from fault in Unknown(entry, [.. item.GetProperties().Where(it => it.CanWrite).Select(it => it.Name)])
        select fault;

    private static IEnumerable<string> Unknown(IConfigurationSection section, IReadOnlyList<string> known) =>
        section
            .GetChildren()
            .Where(it => !known.Contains(it.Key, StringComparer.OrdinalIgnoreCase))
            .Select(it => $"{it.Path} is not a setting. {Suggestion(section.Path, it.Key, known)}");

    private static string Suggestion(string section, string typed, IReadOnlyList<string> known) =>
        Nearest(typed, known) is { } meant
            ? $"Did you mean {section}:{meant}?"
            : $"{section} has {string.Join(", ", known.Order(StringComparer.Ordinal))}.";

    private static string? Nearest(string typed, IReadOnlyList<string> known)
    {
        var slips = typed.Length > Short ? Slips : 1;
        var near = NearNames.To(typed.ToUpperInvariant(), [.. known.Select(name => name.ToUpperInvariant())], slips);
        return known.FirstOrDefault(name => near.Contains(name, StringComparer.OrdinalIgnoreCase));
    }
}
