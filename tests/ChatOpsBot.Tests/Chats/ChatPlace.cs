namespace ChatOpsBot.Tests.Chats;

/// <summary>Who speaks where.</summary>
/// <param name="Name">"a personal chat", "a group chat", or a channel as "#ops".</param>
internal sealed record ChatPlace(string Name, string Person, string Locale)
{
    public const string Personal = "a personal chat";
    public const string Group = "a group chat";

    private const string PersonalMark = "a:29:";
    private const string GroupId = "19:group@thread.v2";
    private const string ChannelMark = "@thread.tacv2";

    public bool IsChannel => Name[0] == '#';

    public bool IsGroup => Name == Group;

    public string ConversationId => IsChannel ? $"19:{Name[1..]}{ChannelMark};messageid=1" : IsGroup ? GroupId : PersonalMark + Person;

    /// <summary>Whether the conversation is this place, or a thread of this channel.</summary>
    public bool Holds(string conversationId) => Root(conversationId) == Root(ConversationId);

    /// <summary>How to say where something went: nothing when it went here.</summary>
    public string WayTo(string conversationId) => conversationId == ConversationId ? "" : Root(conversationId) switch
    {
        var root when root == Root(ConversationId) => "(in another thread) ",
        GroupId => "(in the group chat) ",
        var root when root.StartsWith(PersonalMark, StringComparison.Ordinal) => $"(in {root[PersonalMark.Length..]}'s personal chat) ",
        var root when root.EndsWith(ChannelMark, StringComparison.Ordinal) => $"(in #{root["19:".Length..^ChannelMark.Length]}) ",
        var other => $"(in {other}) ",
    };

    private static string Root(string conversationId) => conversationId.Split(';')[0];
}
