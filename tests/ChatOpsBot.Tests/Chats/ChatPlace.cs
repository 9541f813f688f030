namespace ChatOpsBot.Tests.Chats;

/// <summary>Who speaks where.</summary>
/// <param name="Name">"a personal chat", or a channel as "#ops".</param>
internal sealed record ChatPlace(string Name, string Person, string Locale)
{
    public bool IsChannel => Name[0] == '#';

    public string ConversationId => IsChannel ? $"19:{Name[1..]}@thread.tacv2;messageid=1" : $"a:{Person}";
}
