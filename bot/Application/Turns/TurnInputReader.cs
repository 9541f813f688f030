using System.Text.Json;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Times.Zones;
using NodaTime;

namespace ChatOpsBot.Application.Turns;

/// <summary>Makes of an activity what a topic can answer.</summary>
public static class TurnInputReader
{
    /// <summary>What was said or pressed; null for an activity that nobody answers.</summary>
    public static TurnInput? Read(Activity activity) => activity switch
    {
        { CardAction: { IsAutomatic: false, Verb: { Length: > 0 } verb } press } => new TurnInput.ButtonPress(verb, Flat(press.Data)),
        { Type: ActivityTypes.Message, Value: { ValueKind: JsonValueKind.Object } data } => Submitted(data),
        // A mention and nothing else is a person who waits for a word.
        { Type: ActivityTypes.Message } => new TurnInput.Message(activity.TextForBot()),
        _ => null,
    };

    public static Person Who(Activity activity) =>
        new(activity.From?.AadObjectId ?? activity.From?.Id ?? "", activity.From?.Name ?? "");

    public static Place Where(Activity activity) => new(activity.Conversation.Id, Kind(activity));

    /// <summary>The zone the person's client names; null when it names none that is known.</summary>
    public static DateTimeZone? Zone(Activity activity) => ZoneNames.Find(activity.LocalTimezone) ?? ZoneNames.Find(activity.ClientTimezone);

    /// <summary>The kind of place as Teams calls it.</summary>
    public static string KindName(Activity activity) => Kind(activity) switch
    {
        PlaceKind.Channel => "channel",
        PlaceKind.GroupChat => "groupChat",
        _ => "personal",
    };

    /// <summary>
    /// Id of the pressed card, where the answer to the press draws it anew for all who see it. In a group chat and in a channel such an
    /// answer is seen by the one who pressed (Microsoft Teams documentation, "User-specific views"); null there.
    /// </summary>
    public static string? CardDrawnForAll(Activity activity) =>
        activity.IsInvoke && Kind(activity) is not PlaceKind.Personal ? null : activity.ReplyToId;

    private static PlaceKind Kind(Activity activity) => activity.Conversation.ConversationType switch
    {
        "channel" => PlaceKind.Channel,
        "groupChat" => PlaceKind.GroupChat,
        "personal" => PlaceKind.Personal,
        _ when activity.ChannelData.TeamId is not null => PlaceKind.Channel,
        _ => activity.Conversation.IsGroup ? PlaceKind.GroupChat : PlaceKind.Personal,
    };

    private static TurnInput.ButtonPress? Submitted(JsonElement data)
    {
        var values = Flat(data);
        return values.Remove(Submit.VerbKey, out var verb) ? new TurnInput.ButtonPress(verb, values) : null;
    }

    // Inputs of a card are text, numbers or toggles; anything nested was not made by one of the bot's cards.
    private static Dictionary<string, string> Flat(JsonElement? data) =>
        data is { ValueKind: JsonValueKind.Object } values
            ? values.EnumerateObject()
                .Select(field => (field.Name, Text: Text(field.Value)))
                .Where(field => field.Text is not null)
                .DistinctBy(field => field.Name)
                .ToDictionary(field => field.Name, field => field.Text!)
            : [];

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => ValidText(value),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    private static string? ValidText(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape: JSON allows it, a .NET string does not.
            return null;
        }
    }
}
