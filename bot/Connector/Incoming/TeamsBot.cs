using System.Net;
using ChatOpsBot.Connector.Schema;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>
/// Turns each activity of the SDK into one of the bot's own and hands it to the <see cref="IActivityHandler"/>. The SDK dispatches by
/// type; what an invoke or a change of a conversation is about is read here, leniently: the SDK answers a field of another type with an
/// error, knows the events of Teams on the channel <c>msteams</c> alone, and asks Teams for the profile of everybody who is added.
/// </summary>
internal sealed class TeamsBot(IActivityHandler handler, ILogger<TeamsBot> log) : TeamsActivityHandler
{
    public const string PressInvoke = "adaptiveCard/action";
    private const string SearchInvoke = "composeExtension/query";
    private const string EditEvent = "editMessage";
    private const string ComposeInvokes = "composeExtension/";

    private static readonly ActivityPayload Other = new ActivityPayload.Other();

    private static readonly Dictionary<string, ChannelChange> ChannelChanges = Enum.GetValues<ChannelChange>()
        .ToDictionary(change => change.ToString(), StringComparer.OrdinalIgnoreCase);

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = ((ITurnContext)turnContext).Activity;
        return HandleAsync(
            turnContext,
            activity.Value is JObject values
                ? new ActivityPayload.CardSubmitted(IncomingSchema.Values(values))
                : MessageText.Read(activity),
            cancellationToken);
    }

    protected override async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (await HandleAsync(turnContext, Invoke(activity.Name, activity.Value as JObject), cancellationToken) is { } reply)
            return CreateInvokeResponse(reply);

        log.UnhandledInvoke(Short.Text(activity.Name), Short.Text(activity.Id));
        return new() { Status = (int)HttpStatusCode.NotImplemented };
    }

    protected override Task OnInstallationUpdateActivityAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, Installation(turnContext.Activity.Action), cancellationToken);

    protected override Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, Change(((ITurnContext)turnContext).Activity), cancellationToken);

    protected override Task OnMessageReactionActivityAsync(
        ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, Other, cancellationToken);

    protected override Task OnMessageUpdateActivityAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, Edit(((ITurnContext)turnContext).Activity), cancellationToken);

    protected override Task OnMessageDeleteActivityAsync(
        ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, Other, cancellationToken);

    protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, Other, cancellationToken);

    protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        log.UnknownActivity(Short.Text(turnContext.Activity.Id), Short.Text(turnContext.Activity.Type));
        return Task.CompletedTask;
    }

    private Task<InvokeReply?> HandleAsync(ITurnContext turn, ActivityPayload payload, CancellationToken cancellationToken) =>
        handler.HandleAsync(IncomingSchema.Read(turn.Activity, payload), cancellationToken);

    private static ActivityPayload Invoke(string? name, JObject? value) => name switch
    {
        PressInvoke => Press(LenientSchema.Read<AdaptiveCardInvokeValue>(value)?.Action, SdkFields.Text(value, "trigger")),
        SearchInvoke => new ActivityPayload.SearchRequested(
            IncomingSchema.Query(LenientSchema.Read<MessagingExtensionQuery>(value) ?? new())),
        not null when name.StartsWith(ComposeInvokes, StringComparison.Ordinal) => new ActivityPayload.OtherComposeAction(),
        _ => Other,
    };

    // The trigger "automatic" is a refresh: the client asked for the card, and nobody pressed anything.
    private static ActivityPayload Press(AdaptiveCardInvokeAction? action, string? trigger) =>
        action is { Verb.Length: > 0 } && trigger is not "automatic"
            ? new ActivityPayload.ButtonPressed(action.Verb, IncomingSchema.Values(action.Data as JObject))
            : Other;

    private static ActivityPayload Edit(Activity activity) => activity.GetChannelData<TeamsChannelData>()?.EventType is EditEvent
        ? new ActivityPayload.Edited(MessageText.Read(activity))
        : Other;

    private static ActivityPayload Installation(string? action) => action switch
    {
        "add" => new ActivityPayload.InstallationChanged(InstallationChange.Added),
        "add-upgrade" => new ActivityPayload.InstallationChanged(InstallationChange.Upgraded),
        "remove" => new ActivityPayload.InstallationChanged(InstallationChange.Removed),
        _ => Other,
    };

    private static ActivityPayload Change(Activity activity)
    {
        ChannelChange? change = activity.GetChannelData<TeamsChannelData>()?.EventType is { } name
            && ChannelChanges.TryGetValue(name, out var known)
            ? known
            : null;
        var (isAdded, isRemoved) = (IsBotAmong(activity.MembersAdded, activity), IsBotAmong(activity.MembersRemoved, activity));
        return change switch
        {
            // Of one channel, before the same members mean a whole team.
            ChannelChange.ChannelMemberAdded when !isAdded => Other,
            ChannelChange.ChannelMemberRemoved when !isRemoved => Other,
            ChannelChange.ChannelMemberAdded or ChannelChange.ChannelMemberRemoved => new ActivityPayload.ChannelChanged(change.Value),
            _ when isAdded => new ActivityPayload.InstallationChanged(InstallationChange.Added),
            _ when isRemoved => new ActivityPayload.InstallationChanged(InstallationChange.Removed),
            { } other => new ActivityPayload.ChannelChanged(other),
            null => Other,
        };
    }

    private static bool IsBotAmong(IList<Microsoft.Bot.Schema.ChannelAccount>? members, Activity activity) =>
        activity.Recipient?.Id is { Length: > 0 } bot && members?.Any(it => it?.Id == bot) is true;
}
