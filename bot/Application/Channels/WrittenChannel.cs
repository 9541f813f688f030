using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Application.Channels;

/// <summary>One channel as it is written in the settings.</summary>
internal sealed class WrittenChannel(IConfigurationSection entry, Inventory systems)
{
    private static readonly string[] Fields = ["Channel", "Team", "Name", "Systems"];

    public string Path => entry.Path;

    public ListedChannel Channel { get; } =
        new(Text(entry, "Channel") ?? "", Text(entry, "Team"), Text(entry, "Name"), Names(entry.GetSection("Systems")));

    public IEnumerable<string> Faults()
    {
        if (entry.Value is { Length: > 0 })
            return [$"{entry.Path} must be a group of settings, not one value."];

        return
        [
            .. Fields
                .Take(3)
                .Where(field => entry.GetSection(field).GetChildren().Any())
                .Select(field => $"{entry.Path}:{field} must be one value."),
            .. entry
                .GetChildren()
                .Where(field => !Fields.Contains(field.Key, StringComparer.OrdinalIgnoreCase))
                .Select(field => $"{field.Path}: unknown setting; a channel has {string.Join(", ", Fields)}."),
            .. ChannelFaults(),
            .. SystemFaults(),
        ];
    }

    private IEnumerable<string> ChannelFaults()
    {
        if (Channel.Id.Length == 0)
            yield return $"{entry.Path}:Channel is missing: the id of the channel, such as 19:...@thread.tacv2.";
        else if (!IsThread(Channel.Id))
            yield return $"{entry.Path}:Channel is '{Channel.Id}', which is not a channel id; it must look like 19:...@thread.tacv2, without ;messageid.";
        if (Channel.TeamId is { } team && !IsThread(team))
            yield return $"{entry.Path}:Team is '{team}', which is not a team id; use the id of its General channel, such as 19:...@thread.tacv2.";
    }

    private IEnumerable<string> SystemFaults()
    {
        if (Channel.Systems.Count == 0)
            yield return $"{entry.Path}:Systems is missing: a list of LPARs, or \"*\" for every DR event.";
        foreach (var name in Channel.Systems.Where(name => name != FollowedName.Everything))
        {
            if (FollowedName.Read(name, systems) is FollowedName.Unknown)
                yield return systems.IsEmpty
                    ? $"{entry.Path}:Systems holds '{name}', which is not an LPAR name."
                    : $"{entry.Path}:Systems holds '{name}'; the systems with a DR side are {Known()}.";
            else if (FollowedName.Read(name, systems) is FollowedName.WithoutDr)
                yield return $"{entry.Path}:Systems holds '{name}', which has no DR add-on, so it never has DR events to announce.";
        }
    }

    private string Known() => FollowedName.All(systems) is { Count: > 0 } all ? string.Join(", ", all) : "none";

    private static string[] Names(IConfigurationSection written) =>
        [
            .. written
                .GetChildren()
                .Select(item => item.Value)
                .Prepend(written.Value)
                .Select(name => name?.Trim())
                .OfType<string>()
                .Where(name => name.Length > 0),
        ];

    private static bool IsThread(string id) =>
        id.StartsWith("19:", StringComparison.Ordinal)
        && id.Contains("@thread.", StringComparison.Ordinal)
        && !id.Contains(';', StringComparison.Ordinal);

    private static string? Text(IConfigurationSection entry, string field) => entry[field]?.Trim() is { Length: > 0 } text ? text : null;
}
