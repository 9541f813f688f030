using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Times.Zones;
using NodaTime;

namespace ChatOpsBot.Application;

/// <summary>Makes of an activity the turn that answers it.</summary>
public static class TurnContextReader
{
    /// <summary>What was said or pressed; null for an activity that nobody answers.</summary>
    public static TurnInput? Input(IncomingActivity activity) => activity.Payload switch
    {
        ActivityPayload.ButtonPressed press => new TurnInput.ButtonPress(press.Verb, press.Values),
        ActivityPayload.CardSubmitted submitted => Submitted(submitted.Values),
        // A mention and nothing else is a person who waits for an answer.
        ActivityPayload.Message message => new TurnInput.Message(message.Text),
        _ => null,
    };

    /// <summary>The turn of what was said, pressed or, for a welcome, of the bot's arrival.</summary>
    public static TurnContext Read(TurnInput input, IncomingActivity activity, string correlationId) => new()
    {
        CorrelationId = correlationId,
        Input = input,
        Who = Who(activity),
        Where = Where(activity),
        Reference = activity.Reference,
        TenantId = activity.TenantId,
        Teams = activity.Teams,
        Locale = activity.Locale,
        Zone = Zone(activity),
        MessageId = activity.Payload is ActivityPayload.Message or ActivityPayload.CardSubmitted ? activity.Id : null,
        CardId = activity.ReplyToId,
        IsInvoke = activity.IsInvoke,
        ActivityKey = ActivityKeys.Of(activity),
        PressKey = ActivityKeys.OfPress(activity),
    };

    public static Person Who(IncomingActivity activity) =>
        new(activity.From?.AadObjectId ?? activity.From?.Id ?? "", activity.From?.Name ?? "");

    public static Place Where(IncomingActivity activity) => new(activity.ConversationId, activity.Kind switch
    {
        ConversationKind.Channel => PlaceKind.Channel,
        ConversationKind.GroupChat => PlaceKind.GroupChat,
        _ => PlaceKind.Personal,
    });

    /// <summary>The zone the person's client names; null when it names none that is known.</summary>
    private static DateTimeZone? Zone(IncomingActivity activity) =>
        activity.TimeZones.Select(ZoneNames.Find).FirstOrDefault(zone => zone is not null);

    /// <summary>The kind of place as Teams calls it.</summary>
    public static string KindName(IncomingActivity activity) => activity.Kind switch
    {
        ConversationKind.Channel => "channel",
        ConversationKind.GroupChat => "groupChat",
        _ => "personal",
    };

    private static TurnInput.ButtonPress? Submitted(IReadOnlyDictionary<string, string> values) =>
        values.TryGetValue(Submit.VerbKey, out var verb)
            ? new(verb, values.Where(field => field.Key != Submit.VerbKey).ToDictionary())
            : null;
}
