using ChatOpsBot.Connector.Graph;
using ChatOpsBot.Domain.People.Roles;

namespace ChatOpsBot.Host.Health;

/// <summary>The groups that hold roles, and whether the bot can read who is in them.</summary>
internal static class GroupFindings
{
    private const string Subject = "groups";

    /// <summary>Reads each group, and makes its people count for whatever is examined next.</summary>
    public static async Task<IReadOnlyList<Finding>> FindingsAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (held, graph) = (services.GetRequiredService<RoleDictionary>(), services.GetRequiredService<GraphGroups>());
        List<Finding> found = [];
        List<EntraGroup> read = [];
        foreach (var id in held.Groups)
        {
            var outcome = Guid.TryParse(id, out var guid) ? await graph.ReadAsync(guid, cancel) : new GroupOutcome.Missing();
            if (outcome is GroupOutcome.Read group)
                read.Add(new(id, group.Name, group.Members));
            found.Add(Finding(id, outcome));
        }

        held.Replace(read);
        return found;
    }

    private static Finding Finding(string id, GroupOutcome outcome) => outcome switch
    {
        GroupOutcome.Read { Members: [] } group => Fault($"nobody is in {group.Name} ({id})."),
        GroupOutcome.Read group => new(Subject, FindingState.Good, $"{group.Members.Count} people are in {group.Name} ({id})."),
        GroupOutcome.Missing => Fault($"Entra has no group with the object id {id}."),
        GroupOutcome.TooMany => Fault($"more than {GraphGroups.MostMembers} people are in {id}; it gives nobody a role."),
        GroupOutcome.NotAllowed => Fault(
            $"{id} cannot be read: give the bot's registration the application permission GroupMember.Read.All of Microsoft Graph, with admin consent."),
        GroupOutcome.NotReached reached => Fault($"{id} cannot be read: {reached.Why}. Check Teams:GraphAddress and the way to it."),
        _ => Fault($"{id} cannot be read."),
    };

    private static Finding Fault(string text) => new(Subject, FindingState.Fault, text);
}
