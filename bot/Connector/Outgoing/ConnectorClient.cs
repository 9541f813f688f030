using System.Text.Json;
using ChatOpsBot.Connector.Outgoing.Pacing;
using ChatOpsBot.Connector.Schema;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Bot.Schema.Teams;
using ChannelAccount = ChatOpsBot.Connector.Schema.ChannelAccount;
using ConversationReference = ChatOpsBot.Connector.Schema.ConversationReference;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>
/// Speaks to Teams by its Bot Connector; rosters and teams are read with the clients of the SDK. Every call ends in time and as a
/// <see cref="SendOutcome"/>; it throws only when it is cancelled.
/// </summary>
public sealed class ConnectorClient
{
    private const int PageSize = 200;
    private const int LastPage = 500;
    private const string Conversations = "v3/conversations";

    // What was posted and cannot be named cannot be updated either: whether it stands there, nobody knows.
    private static readonly SendOutcome NoId = new SendOutcome.UnknownEnd("Teams accepted it and gave no id", 200);

    private readonly CallRunner _calls;
    private readonly bool _isOnce;
    private readonly bool _isAnswer;

    internal ConnectorClient(CallRunner calls)
    {
        _calls = calls;
        Once = new(calls, isOnce: true, isAnswer: false);
        Answering = new(calls, isOnce: false, isAnswer: true);
    }

    private ConnectorClient(CallRunner calls, bool isOnce, bool isAnswer) =>
        (_calls, _isOnce, _isAnswer, Once, Answering) = (calls, isOnce, isAnswer, this, this);

    /// <summary>
    /// The same calls, each attempted once and at once: for callers that send many, ask <see cref="OutgoingPace"/> before each call, and
    /// handle failures themselves. The pace is still told how they ended.
    /// </summary>
    public ConnectorClient Once { get; }

    /// <summary>
    /// The same calls for answers to people who wait for them: posted again where Teams did not say whether the first one came.
    /// </summary>
    public ConnectorClient Answering { get; }

    /// <summary>Posts into a conversation. In a channel thread's conversation it joins the thread.</summary>
    public Task<SendOutcome> SendAsync(ConversationReference to, OutgoingActivity activity, CancellationToken cancellationToken) =>
        ChangeAsync(
            ConnectorCall.Post,
            HttpMethod.Post,
            to,
            messageId: null,
            json => OutgoingSchema.Activity(json, activity, to),
            cancellationToken);

    /// <summary>Posts as the answer to a message.</summary>
    public Task<SendOutcome> ReplyAsync(
        ConversationReference to, string replyToId, OutgoingActivity activity, CancellationToken cancellationToken) =>
        ChangeAsync(
            ConnectorCall.Post,
            HttpMethod.Post,
            to,
            replyToId,
            json => OutgoingSchema.Activity(json, activity, to, replyTo: replyToId),
            cancellationToken);

    /// <summary>Replaces the content of one of the bot's own messages.</summary>
    public Task<SendOutcome> UpdateAsync(
        ConversationReference to, string activityId, OutgoingActivity activity, CancellationToken cancellationToken) =>
        ChangeAsync(
            ConnectorCall.Update,
            HttpMethod.Put,
            to,
            activityId,
            json => OutgoingSchema.Activity(json, activity, to, id: activityId),
            cancellationToken);

    /// <summary>Deletes one of the bot's own messages.</summary>
    public Task<SendOutcome> DeleteAsync(ConversationReference to, string activityId, CancellationToken cancellationToken) =>
        ChangeAsync(ConnectorCall.Delete, HttpMethod.Delete, to, activityId, write: null, cancellationToken);

    /// <summary>Starts a new thread in a channel.</summary>
    /// <param name="near">Any reference of the same team: gives the service URL.</param>
    /// <param name="channelId">The channel, such as <c>19:…@thread.tacv2</c>.</param>
    public Task<SendOutcome> CreateThreadAsync(
        ConversationReference near, string channelId, OutgoingActivity activity, CancellationToken cancellationToken) =>
        CreateAsync(
            near,
            PacedPlace.New(near, channelId),
            hasMessage: true,
            json => OutgoingSchema.Thread(json, activity, channelId),
            cancellationToken);

    /// <summary>Opens the personal chat with a person; <see cref="SendOutcome.Sent.ConversationId"/> is the chat.</summary>
    /// <param name="near">Any reference of the same tenant: gives the service URL, the bot and the tenant.</param>
    /// <param name="userId">
    /// The channel's id of the person (<c>29:…</c>), or the Entra object id, which Teams accepts where the bot is installed for that person
    /// (Teams documentation, "Send proactive messages").
    /// </param>
    public Task<SendOutcome> CreatePersonalAsync(ConversationReference near, string userId, CancellationToken cancellationToken) =>
        CreateAsync(
            near,
            PacedPlace.New(near, userId),
            hasMessage: false,
            json => OutgoingSchema.PersonalChat(json, near, userId),
            cancellationToken);

    /// <summary>The people of a conversation, read page by page.</summary>
    public async Task<MembersOutcome> MembersAsync(ConversationReference of, CancellationToken cancellationToken)
    {
        var members = new List<ChannelAccount>();
        string? next = null;
        for (var page = 1; page <= LastPage; page++)
        {
            var (failure, answer) = await ReadAsync(
                of,
                (clients, cancel) =>
                    clients.Conversations(of.ServiceUrl).GetConversationPagedMembersAsync(of.ConversationId, PageSize, next, cancel),
                cancellationToken);
            if (failure is not null)
                return new MembersOutcome.Failed(failure);

            members.AddRange((answer?.Members ?? []).Select(SdkFields.Account).OfType<ChannelAccount>());
            next = answer?.ContinuationToken;
            if (string.IsNullOrEmpty(next))
                break;
        }

        return new MembersOutcome.Read(members);
    }

    /// <summary>One person of a conversation.</summary>
    /// <param name="userId">The channel's id of the person (<c>29:…</c>), or the Entra object id.</param>
    /// <returns>Without members where Teams knows nobody there by that.</returns>
    public async Task<MembersOutcome> MemberAsync(ConversationReference of, string userId, CancellationToken cancellationToken)
    {
        var (failure, answer) = await ReadAsync(
            of,
            (clients, cancel) =>
                ((Microsoft.Bot.Connector.Conversations)clients.Conversations(of.ServiceUrl))
                    .GetConversationMemberAsync(userId, of.ConversationId, cancel),
            cancellationToken);
        return failure switch
        {
            null => new MembersOutcome.Read(SdkFields.Account(answer) is { } member ? [member] : []),
            SendOutcome.Refused { Status: 404 } => new MembersOutcome.Read([]),
            _ => new MembersOutcome.Failed(failure),
        };
    }

    /// <summary>
    /// The channels of a team that the bot is in (Teams documentation, "Get Teams-specific context for your bot": list of channels).
    /// </summary>
    /// <param name="near">Any reference of the same team: gives the service URL.</param>
    public async Task<ChannelsOutcome> ChannelsAsync(ConversationReference near, string teamId, CancellationToken cancellationToken)
    {
        var (failure, answer) = await ReadAsync(
            near, (clients, cancel) => clients.Teams(near.ServiceUrl).FetchChannelListAsync(teamId, cancel), cancellationToken);
        return failure is null ? new ChannelsOutcome.Read(Channels(answer)) : new ChannelsOutcome.Failed(failure);
    }

    /// <summary>The name of a team that the bot is in.</summary>
    /// <param name="near">Any reference of the same team: gives the service URL.</param>
    public async Task<TeamOutcome> TeamAsync(ConversationReference near, string teamId, CancellationToken cancellationToken)
    {
        var (failure, answer) = await ReadAsync(
            near, (clients, cancel) => clients.Teams(near.ServiceUrl).FetchTeamDetailsAsync(teamId, cancel), cancellationToken);
        return failure is null ? new TeamOutcome.Read(NullIfEmpty(answer?.Name)) : new TeamOutcome.Failed(failure);
    }

    private async Task<SendOutcome> ChangeAsync(
        string operation,
        HttpMethod method,
        ConversationReference to,
        string? messageId,
        Action<Utf8JsonWriter>? write,
        CancellationToken cancellationToken)
    {
        var activities = $"{Conversations}/{Uri.EscapeDataString(to.ConversationId)}/activities";
        var path = messageId is null ? activities : $"{activities}/{Uri.EscapeDataString(messageId)}";
        var (failure, answer) = await _calls.RunAsync(
            new(operation, to, PacedPlace.Of(to)) { IsOnce = _isOnce, IsAnswer = _isAnswer },
            (clients, cancel) => clients.SendAsync(method, to.ServiceUrl, path, write, cancel),
            cancellationToken);
        return failure
            ?? (operation is ConnectorCall.Post && string.IsNullOrEmpty(answer?.Id)
                ? NoId
                : new SendOutcome.Sent(answer?.Id, to.ConversationId));
    }

    // A new conversation answers with its own id in "id" and with that of the first message in "activityId".
    private async Task<SendOutcome> CreateAsync(
        ConversationReference near, PacedPlace limit, bool hasMessage, Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        var (failure, answer) = await _calls.RunAsync(
            new(ConnectorCall.Create, near, limit) { IsOnce = _isOnce },
            (clients, cancel) => clients.SendAsync(HttpMethod.Post, near.ServiceUrl, Conversations, write, cancel),
            cancellationToken);
        // A personal chat begins without a message.
        return failure
            ?? (string.IsNullOrEmpty(answer?.Id) || (hasMessage && string.IsNullOrEmpty(answer.ActivityId))
                ? NoId
                : new SendOutcome.Sent(answer.ActivityId, answer.Id));
    }

    private Task<CallResult<T>> ReadAsync<T>(
        ConversationReference of, Func<ServiceClients, CancellationToken, Task<T?>> read, CancellationToken cancellationToken)
        where T : class => _calls.RunAsync(new(ConnectorCall.Read, of, Limit: null), read, cancellationToken);

    private static IReadOnlyList<TeamChannel> Channels(ConversationList? answer) =>
    [
        .. (answer?.Conversations ?? []).Where(it => it?.Id is { Length: > 0 }).Select(it => new TeamChannel(it.Id, NullIfEmpty(it.Name))),
    ];

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
