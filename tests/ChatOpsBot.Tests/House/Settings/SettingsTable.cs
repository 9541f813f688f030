using System.Reflection;
using ChatOpsBot.Application.Channels;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Application.Settings.Systems;
using ChatOpsBot.Connector;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Host;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Tests.House.Settings;

/// <summary>Every setting of the bot, from the types that settings are read into.</summary>
internal static class SettingsTable
{
    private const string Heading = "| setting | takes | default | what it is |\n|---|---|---|---|\n";

    private static readonly Assembly[] Rooms =
    [
        typeof(ConnectorOptions).Assembly,
        typeof(BotDb).Assembly,
        typeof(OutboxOptions).Assembly,
        typeof(BotHost).Assembly,
    ];

    // Two lists are read by hand, for faults that name the line; these types hold what was read.
    private static readonly (Type Options, string Section, Type Entry, (string Property, string Setting)[] Renamed)[] HandRead =
    [
        (typeof(SystemsOptions), $"{SystemsOptions.Section}:Lpars:0", typeof(LparEntry), [("IsProduction", "Production")]),
        (typeof(ChannelOptions), $"{ChannelOptions.Section}:0", typeof(ListedChannel), [("Id", "Channel"), ("TeamId", "Team")]),
    ];

    /// <summary>By section, each with what its type says of itself.</summary>
    public static string Text =>
        string.Join(
            '\n',
            Options()
                .OrderBy(type => type.Name, StringComparer.Ordinal)
                .GroupBy(SectionOf)
                .OrderBy(it => it.Key, StringComparer.Ordinal)
                .Select(Section));

    public static IReadOnlyList<SettingRow> Rows => [.. Options().SelectMany(RowsOf)];

    public static IEnumerable<Type> Options() =>
        Rooms
            .SelectMany(room => room.GetTypes())
            .Where(type => type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true });

    public static string SectionOf(Type options) =>
        (string)options.GetField("Section", BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue()!;

    private static string Section(IGrouping<string, Type> types) => $"""
        ### {types.Key}

        {string.Join(' ', types.Select(type => SaidOf(type, types.Key)))}

        {Heading}{string.Join('\n', types.SelectMany(RowsOf))}

        """;

    private static IEnumerable<SettingRow> RowsOf(Type options) =>
        OfType(options).Concat(HandRead.Where(it => it.Options == options).SelectMany(it => OfEntry(it.Section, it.Entry, it.Renamed)));

    private static string SaidOf(Type type, string section) =>
        WrittenDocs.Of(type)!.Replace($" Configuration section `{section}`.", "", StringComparison.Ordinal).Trim('.', ' ', ':', ';') + ".";

    private static IEnumerable<SettingRow> OfType(Type options)
    {
        var defaults = Activator.CreateInstance(options);
        foreach (
            var property in options.GetProperties().Where(it => it.SetMethod is { IsPublic: true } || it.PropertyType == typeof(string)))
        {
            var entry = property.PropertyType.GenericTypeArguments.LastOrDefault();
            if (entry is { Namespace: { } room } && room.StartsWith("ChatOpsBot", StringComparison.Ordinal) && entry.IsClass)
                foreach (var row in OfEntry($"{SectionOf(options)}:{property.Name}:0", entry, []))
                    yield return row;
            else
                yield return SettingRow.Of(SectionOf(options), property, defaults);
        }
    }

    private static IEnumerable<SettingRow> OfEntry(string section, Type entry, (string Property, string Setting)[] renamed) =>
        entry
            .GetProperties()
            .Where(it => it.SetMethod is { IsPublic: true })
            .Select(it => SettingRow.Of(section, it, null, renamed.FirstOrDefault(other => other.Property == it.Name).Setting));
}
