using System.Text.Json;
using ChatOpsBot.Connector.Outgoing;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>
/// Something that happened in Teams, as it came in. Read leniently: a field of the wrong type reads as absent, and all that was
/// sent stays in <see cref="Raw"/>. The endpoint hands on only activities that have a type, a conversation and a service URL.
/// </summary>
public sealed class Activity
{
    private Activity(JsonElement raw)
    {
        Raw = raw;
        JsonElement? root = raw;
        Type = root.String("type") ?? "";
        Id = root.Id("id");
        Name = root.String("name");
        Text = root.String("text");
        Locale = root.String("locale") ?? ReadClient(root, "locale");
        LocalTimezone = root.String("localTimezone");
        ClientTimezone = ReadClient(root, "timezone");
        ServiceUrl = root.String("serviceUrl") ?? "";
        ChannelId = root.String("channelId");
        From = root.Account("from");
        Recipient = root.Account("recipient");
        Conversation = ReadConversation(root.Child("conversation"));
        Value = root.Child("value");
        Action = root.String("action");
        ReplyToId = root.Id("replyToId");
        Entities = [.. root.Items("entities")];
        ChannelData = TeamsPlace.Read(root.Child("channelData"));
        MembersAdded = root.Accounts("membersAdded");
        MembersRemoved = root.Accounts("membersRemoved");
        ReactionsAdded = ReadReactions(root, "reactionsAdded");
        ReactionsRemoved = ReadReactions(root, "reactionsRemoved");
    }

    /// <summary>The whole activity as sent.</summary>
    public JsonElement Raw { get; }

    /// <summary>One of <see cref="ActivityTypes"/>, or a type this bot does not know.</summary>
    public string Type { get; }

    /// <summary>Null on some events. A redelivered message keeps it; a redelivered invoke has a new one.</summary>
    public string? Id { get; }

    /// <summary>Which invoke or event, such as <see cref="CardAction.InvokeName"/>.</summary>
    public string? Name { get; }

    /// <summary>What was written, mentions included. <see cref="MentionText.TextForBot"/> gives it without the bot's own.</summary>
    public string? Text { get; }

    /// <summary>BCP 47 tag of the sender's client, such as <c>de-DE</c>; from Teams' own <c>clientInfo</c> entity where the activity itself has none.</summary>
    public string? Locale { get; }

    /// <summary>IANA name of the sender's time zone, such as <c>Europe/Berlin</c>.</summary>
    public string? LocalTimezone { get; }

    /// <summary>The zone in Teams' own <c>clientInfo</c> entity, which also comes where <see cref="LocalTimezone"/> does not.</summary>
    public string? ClientTimezone { get; }

    /// <summary>Where answers go. Checked against the allowed hosts before the handler sees the activity.</summary>
    public string ServiceUrl { get; }

    /// <summary><c>msteams</c> for Teams.</summary>
    public string? ChannelId { get; }

    public ChannelAccount? From { get; }

    /// <summary>The bot.</summary>
    public ChannelAccount? Recipient { get; }

    /// <summary>Its id is empty only before the endpoint's own check.</summary>
    public ConversationAccount Conversation { get; }

    /// <summary>Payload of an invoke, or of an <c>Action.Submit</c> (which comes as a message).</summary>
    public JsonElement? Value { get; }

    /// <summary>What an <c>installationUpdate</c> did: <c>add</c>, <c>remove</c>, <c>add-upgrade</c>, <c>remove-upgrade</c>.</summary>
    public string? Action { get; }

    /// <summary>The message a button sat on, or the message reacted to.</summary>
    public string? ReplyToId { get; }

    public IReadOnlyList<JsonElement> Entities { get; }

    public TeamsPlace ChannelData { get; }

    public IReadOnlyList<ChannelAccount> MembersAdded { get; }

    public IReadOnlyList<ChannelAccount> MembersRemoved { get; }

    /// <summary>Reaction names such as <c>like</c>.</summary>
    public IReadOnlyList<string> ReactionsAdded { get; }

    public IReadOnlyList<string> ReactionsRemoved { get; }

    /// <summary>The tenant it happened in; Teams says it in one of two places, or in both.</summary>
    public string? TenantId => Conversation.TenantId ?? ChannelData.TenantId;

    public bool IsInvoke => Type == ActivityTypes.Invoke;

    /// <summary>The pressed button when this is an <c>adaptiveCard/action</c> invoke, otherwise null.</summary>
    public CardAction? CardAction => IsInvoke && Name == CardAction.InvokeName ? CardAction.Read(Value) : null;

    /// <summary>It comes from a compose box (a message extension), in any chat: the bot may be no member of this conversation, and cannot write to it.</summary>
    public bool IsFromComposeBox => IsInvoke && Name?.StartsWith(ComposeQuery.NamesBegin, StringComparison.Ordinal) is true;

    /// <summary>What is searched for when this is a <c>composeExtension/query</c> invoke, otherwise null.</summary>
    public ComposeQuery? ComposeQuery => IsInvoke && Name == ComposeQuery.InvokeName ? ComposeQuery.Read(Value) : null;

    /// <summary>Reads any JSON value; never throws on its content.</summary>
    public static Activity Read(JsonElement json) => new(json.Clone());

    /// <summary>How to speak in this conversation later.</summary>
    public ConversationReference Reference() => new()
    {
        ServiceUrl = ServiceUrl,
        ConversationId = Conversation.Id,
        Bot = Recipient,
        ChannelId = ChannelId,
        TenantId = TenantId,
        ConversationType = Conversation.ConversationType,
    };

    private static ConversationAccount ReadConversation(JsonElement? it) =>
        new(it.String("id") ?? "", it.String("conversationType"), it.String("tenantId"), it.Flag("isGroup"), it.String("name"));

    private static string? ReadClient(JsonElement? root, string name) =>
        root.Items("entities").Select(item => (JsonElement?)item).FirstOrDefault(item => item.String("type") == "clientInfo").String(name);

    private static string[] ReadReactions(JsonElement? root, string name) =>
        [.. root.Items(name).Select(item => ((JsonElement?)item).String("type")).OfType<string>()];
}
