using System.Text.Json.Nodes;

namespace ChatOpsBot.Host.Local;

/// <summary>
/// The people and the team that a Playground shows: its file <c>.m365agentsplayground.yml</c>, read from the folder that it is started
/// in ("Customize Teams context" in Microsoft's page on the Agents Playground). JSON is YAML too.
/// </summary>
internal static class PlaygroundContext
{
    /// <summary>The tenant that a Playground is in unless it is told another.</summary>
    public const string Tenant = "00000000-0000-0000-0000-0000000000001";

    // The Playground takes this number of people beside the current one, no more and no fewer.
    private const int Others = 5;

    /// <summary>Writes the file for a person other than the first. Everybody is in the same tenant; each has a team of their own.</summary>
    /// <returns>The folder to start the Playground in.</returns>
    public static string WriteFor(string installation, PlaygroundPerson person)
    {
        var folder = Directory.CreateDirectory(Path.Combine(installation, "people", person.Id)).FullName;
        var file = Path.Combine(folder, ".m365agentsplayground.yml");
        var unfinished = $"{file}.{Guid.NewGuid():N}";
        File.WriteAllText(unfinished, Of(person).ToJsonString());
        File.Move(unfinished, file, overwrite: true);
        return folder;
    }

    private static JsonObject Of(PlaygroundPerson person) => new()
    {
        ["version"] = "0.1.1",
        ["tenantId"] = Tenant,
        ["bot"] = new JsonObject { ["id"] = "00000000-0000-0000-0000-00000000000011", ["name"] = "Test Bot" },
        ["currentUser"] = User(person),
        ["users"] = new JsonArray([.. PlaygroundPerson.Known.Where(it => it.Id != person.Id).Take(Others).Select(User)]),
        ["personalChat"] = new JsonObject { ["id"] = $"personal-{person.Id}" },
        ["groupChat"] = new JsonObject { ["id"] = $"group-{person.Id}", ["name"] = "Group Chat" },
        ["team"] = new JsonObject
        {
            ["id"] = $"team-{person.Id}",
            ["name"] = $"{person.Name}'s team",
            ["aadGroupId"] = person.EntraId,
            ["channels"] = new JsonArray(new JsonObject { ["id"] = $"channel-{person.Id}", ["name"] = "Announcements" }),
        },
    };

    // "userPrincipleName" is how the Playground spells it.
    private static JsonObject User(PlaygroundPerson person)
    {
        var names = person.Name.Split(' ', 2);
        var address = $"{names[0].ToLowerInvariant()}@example.com";
        return new()
        {
            ["id"] = person.Id,
            ["name"] = person.Name,
            ["aadObjectId"] = person.EntraId,
            ["givenName"] = names[0],
            ["surname"] = names.Length > 1 ? names[1] : "Example",
            ["email"] = address,
            ["userPrincipleName"] = address,
        };
    }
}
