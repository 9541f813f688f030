using ChatOpsBot.Connector.Schema;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>A person mentioned in a text message. The text must contain <see cref="Tag"/> exactly.</summary>
public sealed record Mention(ChannelAccount Who)
{
    public string Tag => $"<at>{Who.Name}</at>";
}
