using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Support;

/// <summary>A team of <see cref="FakeTeams"/>, as the Bot Connector tells of it.</summary>
/// <param name="Named">Its channels; the General one, whose id is the team's, only where people renamed it.</param>
internal sealed record FakeTeam(string Id, string Name, IReadOnlyList<(string Id, string Name)> Named)
{
    private bool IsGeneralNamed => Named.Any(it => it.Id == Id);

    public JsonObject Details =>
        new()
        {
            ["id"] = Id,
            ["name"] = Name,
            ["aadGroupId"] = $"aad-{Id}",
            ["channelCount"] = Named.Count + (IsGeneralNamed ? 0 : 1),
        };

    public JsonObject Channels =>
        new()
        {
            ["conversations"] = new JsonArray([
                .. IsGeneralNamed ? [] : new[] { Channel(Id, null) },
                .. Named.Select(it => Channel(it.Id, it.Name)),
            ]),
        };

    private static JsonObject Channel(string id, string? name) => new() { ["id"] = id, ["name"] = name, ["type"] = "standard" };
}
