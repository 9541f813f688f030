using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Times.Zones;
using NodaTime;

namespace ChatOpsBot.Application;

/// <summary>Makes of an activity what a topic can answer.</summary>
public static class TurnInputReader
{
    /// <summary>What was said or pressed; null for an activity that nobody answers.</summary>
    public static TurnInput? Read(IncomingActivity activity) => activity.Payload switch
    {
        ActivityPayload.ButtonPressed press => new TurnInput.ButtonPress(press.Verb, press.Values),
        ActivityPayload.CardSubmitted submitted => Submitted(submitted.Values),
        // A mention and nothing else is a person who waits for an answer.
        ActivityPayload.Message message => new TurnInput.Message(message.Text),
        _ => null,
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
    public static DateTimeZone? Zone(IncomingActivity activity) =>
        activity.TimeZones.Select(ZoneNames.Find).FirstOrDefault(zone => zone is not null);

    /// <summary>The kind of place as Teams calls it.</summary>
    public static string KindName(IncomingActivity activity) => activity.Kind switch
    {
        ConversationKind.Channel => "channel",
        ConversationKind.GroupChat => "groupChat",
        _ => "personal",
    };

    /// <summary>
    /// Id of the pressed card, where the answer to the press draws it anew for all who see it. In a group chat and in a channel such an
    /// answer is seen by the one who pressed (Microsoft Teams documentation, "User-specific views"); null there.
    /// </summary>
    public static string? CardDrawnForAll(IncomingActivity activity) =>
        activity.IsInvoke && activity.Kind is not ConversationKind.Personal ? null : activity.ReplyToId;

    private static TurnInput.ButtonPress? Submitted(IReadOnlyDictionary<string, string> values) =>
        values.TryGetValue(Submit.VerbKey, out var verb)
            ? new(verb, values.Where(field => field.Key != Submit.VerbKey).ToDictionary())
            : null;
}
