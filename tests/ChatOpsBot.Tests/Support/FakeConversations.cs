using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Support;

/// <summary>What <see cref="FakeTeams"/> remembers.</summary>
internal sealed class FakeConversations
{
    private readonly Lock _lock = new();
    private readonly List<FakeMessage> _messages = [];
    private readonly Dictionary<string, List<string>> _members = [];
    private readonly Dictionary<string, (string Name, string Role, HashSet<string> In)> _people = [];
    private long _lastId = 1_700_000_000_000;

    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (_lock)
                return [.. _messages];
        }
    }

    public FakeMessage Post(string conversationId, JsonObject content)
    {
        lock (_lock)
            return Add(NewId(), conversationId, content);
    }

    /// <summary>A thread in a channel begins with a message; a personal chat begins empty, and there is one per person.</summary>
    public FakeMessage Create(JsonObject body)
    {
        lock (_lock)
        {
            if (body["activity"] is not JsonObject first)
                return new FakeMessage("", $"a:{PersonId((string)body["members"]![0]!["id"]!)}", []);

            var id = NewId();
            return Add(id, $"{body["channelData"]!["channel"]!["id"]};messageid={id}", (JsonObject)first.DeepClone());
        }
    }

    public bool Update(string id, JsonObject content)
    {
        lock (_lock)
        {
            if (_messages.Find(it => it.Id == id) is not { } message)
                return false;

            message.Content = content;
            message.Updates++;
            return true;
        }
    }

    public bool Delete(string id)
    {
        lock (_lock)
            return _messages.RemoveAll(it => it.Id == id) > 0;
    }

    public void AddMembers(string conversationId, IEnumerable<string> ids)
    {
        lock (_lock)
        {
            if (!_members.TryGetValue(conversationId, out var members))
                _members[conversationId] = members = [];
            members.AddRange(ids);
        }
    }

    /// <summary>One page; the token is where the next begins.</summary>
    public JsonObject Members(string conversationId, int pageSize, string? token)
    {
        lock (_lock)
        {
            var from = int.Parse(token ?? "0", CultureInfo.InvariantCulture);
            var all = _members.GetValueOrDefault(conversationId) ?? [];
            var page = new JsonObject
            {
                ["members"] = new JsonArray([.. all.Skip(from).Take(pageSize).Select(Member)]),
            };
            if (from + pageSize < all.Count)
                page["continuationToken"] = (from + pageSize).ToString(CultureInfo.InvariantCulture);
            return page;
        }
    }

    private FakeMessage Add(string id, string conversationId, JsonObject content)
    {
        var message = new FakeMessage(id, conversationId, content);
        _messages.Add(message);
        return message;
    }

    private string NewId() => (++_lastId).ToString(CultureInfo.InvariantCulture);

    /// <summary>Somebody with an account in Entra, who is a member of these conversations alone.</summary>
    public void AddPerson(string objectId, string name, string role, IReadOnlyList<string> conversations)
    {
        lock (_lock)
            _people[objectId] = (name, role, [.. conversations]);
    }

    /// <summary>A member by the channel's id or the object id; null for nobody.</summary>
    public JsonObject? Person(string conversationId, string id)
    {
        lock (_lock)
        {
            return !Guid.TryParse(id, out _) ? Person(id)
                : _people.TryGetValue(id, out var known) && known.In.Contains(conversationId) ? new()
                {
                    ["id"] = $"29:{known.Name}",
                    ["name"] = known.Name,
                    ["objectId"] = id,
                    ["userRole"] = known.Role,
                }
                : null;
        }
    }

    // Somebody by the channel's id; null for "nobody", a guest for who is called so, and a "partner" is of another tenant.
    private static JsonObject? Person(string id) => id.Split(':')[^1] is var name && name is "nobody"
        ? null
        : new()
        {
            ["id"] = id,
            ["name"] = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name),
            ["objectId"] = $"aad-{name}",
            ["userRole"] = name is "guest" ? "guest" : "user",
            ["tenantId"] = name is "partner" ? "99999999-bbbb-cccc-dddd-eeeeeeeeeeee" : null,
        };

    // A person can be named by the channel's id or by the Entra object id, which here is told by its beginning.
    private static string PersonId(string id) => id.StartsWith("aad-", StringComparison.Ordinal) ? $"29:{id["aad-".Length..]}" : id;

    private static JsonObject Member(string id) => new() { ["id"] = id, ["name"] = $"Name of {id}", ["objectId"] = $"aad-{id}" };
}
