using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Security.Wild;

/// <summary>
/// What a few people, who are heard of for the first time, send in a personal chat, a group and a channel: the same for the same seed and
/// number, as far as the bot answers the same.
/// </summary>
internal sealed class WildSession
{
    public const int Steps = 25;

    private readonly Random _random;
    private readonly string _name;
    private readonly WildActivities _activities;
    private readonly List<byte[]> _sent = [];

    public WildSession(int seed, int number)
    {
        _random = new(unchecked((seed * 1_000_003) + number));
        _name = string.Create(CultureInfo.InvariantCulture, $"{seed}-{number}");
        Chats =
        [
            new($"a:29:wild-{_name}", "personal"),
            new($"19:wild-{_name}@thread.v2", "groupChat"),
            new($"19:wild-{_name}@thread.tacv2;messageid=1", "channel"),
        ];
        _activities = new(_random);
    }

    public IReadOnlyList<WildChat> Chats { get; }

    public IReadOnlyList<byte[]> Sent => _sent;

    /// <summary>The next thing that is sent, and where; of which kind, for the tally.</summary>
    public (string Kind, WildChat Chat, byte[] Body) Next(string serviceUrl)
    {
        var chat = Chats[_random.Next(4) switch { 0 => 1, 1 => 2, _ => 0 }];
        // Teams delivers again what was not answered in time.
        if (_sent.Count > 0 && _random.Next(20) == 0)
            return Sending("again", chat, _sent[_random.Next(_sent.Count)]);

        var (kind, activity) = _activities.Any(chat);
        // Who may approve is the same person for all.
        var who = _random.Next(8) == 0 ? WildHost.Approver : $"wild-{_name}-{_random.Next(3)}";
        activity["id"] = $"{_name}-{(_random.Next(15) == 0 ? _random.Next(Steps) : _sent.Count)}";
        activity["serviceUrl"] = serviceUrl;
        activity["locale"] = _random.Next(3) == 0 ? "de-DE" : "en-US";
        activity["from"] = new JsonObject
        {
            ["id"] = $"29:{who}",
            ["name"] = _random.Next(6) == 0 ? WildText.Any(_random) : who,
            ["aadObjectId"] = $"aad-{who}",
        };
        if (_random.Next(2) == 0)
            WildJson.Spoil(activity, _random);
        return Sending(kind, chat, WildBody.Of(activity, _random));
    }

    private (string Kind, WildChat Chat, byte[] Body) Sending(string kind, WildChat chat, byte[] body)
    {
        _sent.Add(body);
        return (kind, chat, body);
    }
}
