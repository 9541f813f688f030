using System.Collections.Frozen;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>The activity types that reach the handler. Any other type is answered 200 and logged.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string Invoke = "invoke";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string MessageReaction = "messageReaction";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string Typing = "typing";

    private static readonly FrozenSet<string> Known =
    [
        Message, Invoke, ConversationUpdate, InstallationUpdate, MessageReaction, MessageUpdate, MessageDelete, Typing,
    ];

    internal static bool IsKnown(string type) => Known.Contains(type);
}
