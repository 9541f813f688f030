using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Support;

/// <summary>A team of <see cref="FakeTeams"/>, as the Bot Connector tells of it.</summary>
internal sealed record FakeTeam(string Id, string Name, IReadOnlyList<(string Id, string Name)> Others)
{
    public JsonObject Details => new() { ["id"] = Id, ["name"] = Name, ["aadGroupId"] = $"aad-{Id}", ["channelCount"] = Others.Count + 1 };

    /// <summary>The General channel has the team's id, and no name.</summary>
    public JsonObject Channels => new()
    {
        ["conversations"] = new JsonArray([Channel(Id, null), .. Others.Select(it => Channel(it.Id, it.Name))]),
    };

    private static JsonObject Channel(string id, string? name) => new() { ["id"] = id, ["name"] = name, ["type"] = "standard" };
}
