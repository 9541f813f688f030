using System.Text.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Outgoing.Pacing;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>
/// Speaks to Teams through the Bot Connector REST API v3. Every call ends in time and as a <see cref="SendOutcome"/>; it throws only
/// when it is cancelled.
/// </summary>
public sealed class ConnectorClient
{
    private const int PageSize = 200;
    private const int LastPage = 500;

    private readonly ConnectorWire _wire;
    private readonly bool _isOnce;

    internal ConnectorClient(ConnectorWire wire)
        : this(wire, isOnce: false) => Once = new(wire, isOnce: true);

    private ConnectorClient(ConnectorWire wire, bool isOnce) => (_wire, _isOnce, Once) = (wire, isOnce, this);

    /// <summary>
    /// The same calls, each made once and at once: for whoever sends much, asks <see cref="OutgoingPace"/> before each call, and decides
    /// what becomes of those that do not end well. How they end the pace is told here.
    /// </summary>
    public ConnectorClient Once { get; }

    /// <summary>Posts into a conversation. In a channel thread's conversation it joins the thread.</summary>
    public Task<SendOutcome> SendAsync(ConversationReference to, OutgoingActivity activity, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Post, to, Activities(to), OutgoingJson.Activity(activity, to), cancellationToken);

    /// <summary>Posts as the answer to a message.</summary>
    public Task<SendOutcome> ReplyAsync(
        ConversationReference to, string replyToId, OutgoingActivity activity, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Post, to, Activities(to, replyToId), OutgoingJson.Activity(activity, to, replyToId), cancellationToken);

    /// <summary>Puts another content in the place of a message of the bot's own.</summary>
    public Task<SendOutcome> UpdateAsync(
        ConversationReference to, string activityId, OutgoingActivity activity, CancellationToken cancellationToken)
    {
        var body = OutgoingJson.Activity(activity, to);
        body["id"] = activityId;
        return ChangeAsync(HttpMethod.Put, to, Activities(to, activityId), body, cancellationToken);
    }

    /// <summary>Takes a message of the bot's own away.</summary>
    public Task<SendOutcome> DeleteAsync(ConversationReference to, string activityId, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Delete, to, Activities(to, activityId), null, cancellationToken);

    /// <summary>Starts a new thread in a channel.</summary>
    /// <param name="near">Any reference of the same team: gives the service URL.</param>
    /// <param name="channelId">The channel, such as <c>19:…@thread.tacv2</c>.</param>
    public Task<SendOutcome> CreateThreadAsync(
        ConversationReference near, string channelId, OutgoingActivity activity, CancellationToken cancellationToken) =>
        CreateAsync(near, PacedPlace.New(near, channelId), OutgoingJson.Thread(activity, channelId), cancellationToken);

    /// <summary>Opens the personal chat with a person; <see cref="SendOutcome.Sent.ConversationId"/> is the chat.</summary>
    /// <param name="near">Any reference of the same tenant: gives the service URL, the bot and the tenant.</param>
    /// <param name="userId">
    /// The channel's id of the person (<c>29:…</c>), or the Entra object id, which Teams takes where the bot is installed for that person
    /// (Teams documentation, "Send proactive messages").
    /// </param>
    public Task<SendOutcome> CreatePersonalAsync(ConversationReference near, string userId, CancellationToken cancellationToken) =>
        CreateAsync(near, PacedPlace.New(near, userId), OutgoingJson.PersonalChat(near, userId), cancellationToken);

    /// <summary>The people of a conversation, read page by page.</summary>
    public async Task<MembersOutcome> MembersAsync(ConversationReference of, CancellationToken cancellationToken)
    {
        var members = new List<ChannelAccount>();
        string? next = null;
        for (var page = 1; page <= LastPage; page++)
        {
            var more = next is null ? "" : $"&continuationToken={Uri.EscapeDataString(next)}";
            var path = $"{Conversation(of)}/pagedmembers?pageSize={PageSize}{more}";
            var (failure, answer) = await _wire.CallAsync(new(HttpMethod.Get, of, path, null, Counts: null), cancellationToken);
            if (failure is not null)
                return new MembersOutcome.Failed(failure);

            members.AddRange(answer.Accounts("members"));
            next = answer.String("continuationToken");
            if (string.IsNullOrEmpty(next))
                break;
        }

        return new MembersOutcome.Read(members);
    }

    /// <summary>The channels of a team that the bot is in (Teams documentation, "Get Teams-specific context for your bot": list of channels).</summary>
    /// <param name="near">Any reference of the same team: gives the service URL.</param>
    public async Task<ChannelsOutcome> ChannelsAsync(ConversationReference near, string teamId, CancellationToken cancellationToken)
    {
        var (failure, answer) = await _wire.CallAsync(new(HttpMethod.Get, near, $"{Team(teamId)}/conversations", null, Counts: null), cancellationToken);
        return failure is null ? new ChannelsOutcome.Read(Channels(answer)) : new ChannelsOutcome.Failed(failure);
    }

    /// <summary>What a team that the bot is in is called.</summary>
    /// <param name="near">Any reference of the same team: gives the service URL.</param>
    public async Task<TeamOutcome> TeamAsync(ConversationReference near, string teamId, CancellationToken cancellationToken)
    {
        var (failure, answer) = await _wire.CallAsync(new(HttpMethod.Get, near, Team(teamId), null, Counts: null), cancellationToken);
        return failure is null ? new TeamOutcome.Read(answer.Id("name")) : new TeamOutcome.Failed(failure);
    }

    private async Task<SendOutcome> ChangeAsync(
        HttpMethod method, ConversationReference to, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        var (failure, answer) = await _wire.CallAsync(new(method, to, path, body, PacedPlace.Of(to)) { IsOnce = _isOnce }, cancellationToken);
        return failure ?? new SendOutcome.Sent(answer.String("id"), to.ConversationId);
    }

    // A new conversation answers with its own id in "id" and the first message's in "activityId".
    private async Task<SendOutcome> CreateAsync(ConversationReference near, PacedPlace counts, JsonObject body, CancellationToken cancellationToken)
    {
        var (failure, answer) = await _wire.CallAsync(
            new(HttpMethod.Post, near, WireCall.Conversations, body, counts) { IsOnce = _isOnce }, cancellationToken);
        return failure ?? new SendOutcome.Sent(answer.String("activityId"), answer.String("id") ?? near.ConversationId);
    }

    private static string Conversation(ConversationReference to) => $"v3/conversations/{Uri.EscapeDataString(to.ConversationId)}";

    private static IReadOnlyList<TeamChannel> Channels(JsonElement? answer) =>
        [.. answer.Items("conversations").Select(it => (JsonElement?)it).Where(it => it.Id("id") is not null).Select(it => new TeamChannel(it.Id("id")!, it.Id("name")))];

    private static string Team(string teamId) => $"v3/teams/{Uri.EscapeDataString(teamId)}";

    private static string Activities(ConversationReference to) => $"{Conversation(to)}/activities";

    private static string Activities(ConversationReference to, string activityId) =>
        $"{Activities(to)}/{Uri.EscapeDataString(activityId)}";
}
