using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Times.Zones;
using NodaTime;

namespace ChatOpsBot.Application;

/// <summary>Reads an activity once, for all that follows.</summary>
public static class TurnContextReader
{
    // As Entra's displayName; a longer one would fill every card it stands on.
    private const int LongestName = 256;

    /// <summary>What was said or pressed; null for an activity that nobody answers.</summary>
    public static TurnInput? Input(IncomingActivity activity) => activity.Payload switch
    {
        ActivityPayload.ButtonPressed press => new TurnInput.ButtonPress(press.Verb, press.Values),
        ActivityPayload.CardSubmitted submitted => Submitted(submitted.Values),
        // A mention and nothing else is a person who waits for an answer.
        ActivityPayload.Message message =>
            new TurnInput.Message(message.Text)
            {
                Order = message.Order,
                HasFiles = message.Files.Count > 0,
                Mentioned = [.. message.Mentioned.Select(it => new Mentioned(it.Name ?? "", it.Id))],
            },
        _ => null,
    };

    /// <summary>What every activity says, whatever happened in it.</summary>
    public static IncomingContext Read(IncomingActivity activity, string correlationId) => new()
    {
        CorrelationId = correlationId,
        Who = Who(activity),
        AccountId = activity.From?.Id,
        Where = Where(activity),
        Reference = activity.Reference,
        TenantId = activity.TenantId,
        Teams = activity.Teams,
        Locale = activity.Locale,
        Zone = Zone(activity),
        ActivityId = activity.Id,
        ActivityKey = ActivityKeys.Of(activity),
    };

    /// <summary>The turn of what was said, pressed or, for a welcome, of the bot's arrival.</summary>
    public static TurnContext Read(TurnInput input, IncomingActivity activity, IncomingContext context) => new(context, input)
    {
        MessageId =
            activity.Payload is ActivityPayload.Message or ActivityPayload.Edited or ActivityPayload.CardSubmitted ? activity.Id : null,
        Sent = (activity.Payload as ActivityPayload.Message)?.Files ?? [],
        CardId = activity.ReplyToId,
        IsInvoke = activity.IsInvoke,
        PressKey = ActivityKeys.OfPress(activity),
    };

    /// <summary>A guest, or somebody of another tenant than this one.</summary>
    internal static bool IsGuest(ChannelAccount account, string? tenant) =>
        (account.UserRole is { } role && !IsMember(role)) || IsFromElsewhere(account, tenant);

    private static Person Who(IncomingActivity activity) => new(
        activity.From?.AadObjectId ?? "", PlainText.Clip(activity.From?.Name ?? "", LongestName))
    {
        IsGuest = activity.From is { } from && IsGuest(from, activity.TenantId),
    };

    private static bool IsMember(string role) => string.Equals(role, "user", StringComparison.OrdinalIgnoreCase);

    private static bool IsFromElsewhere(ChannelAccount from, string? tenant) =>
        from.TenantId is { } home && !string.Equals(home, tenant, StringComparison.OrdinalIgnoreCase);

    private static Place Where(IncomingActivity activity) => new(activity.ConversationId, activity.Kind switch
    {
        ConversationKind.Channel => PlaceKind.Channel,
        ConversationKind.GroupChat => PlaceKind.GroupChat,
        _ => PlaceKind.Personal,
    });

    // A clock without the name of its zone still tells what "22:00" means; one in UTC is rather that of a server.
    private static DateTimeZone? Zone(IncomingActivity activity) =>
        activity.TimeZones.Select(ZoneNames.Find).FirstOrDefault(zone => zone is not null)
        ?? (activity.LocalOffset is { } offset && offset != TimeSpan.Zero ? DateTimeZone.ForOffset(Offset.FromTimeSpan(offset)) : null);

    private static TurnInput.ButtonPress? Submitted(IReadOnlyDictionary<string, string> values) =>
        values.TryGetValue(Submit.VerbKey, out var verb)
            ? new(verb, values.Where(field => field.Key != Submit.VerbKey).ToDictionary())
            : null;
}
