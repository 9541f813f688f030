using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>For whom a card of a DR event is drawn: one person, or everybody who reads along. As it is stored beside the card.</summary>
public static class EventAudience
{
    public const string Everybody = "everybody";

    private const string Mark = "person:";

    public static string Of(Place where, Person who) => where.Kind is PlaceKind.Personal && who.Id.Length > 0 ? Mark + who.Id : Everybody;

    /// <summary>For the personal chat with somebody.</summary>
    public static string Of(string personId) => Mark + personId;

    /// <summary>The person; null for everybody.</summary>
    public static Person? Read(string audience) =>
        audience.StartsWith(Mark, StringComparison.Ordinal) ? new(audience[Mark.Length..], "") : null;
}
