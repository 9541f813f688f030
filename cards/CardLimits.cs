using System.Text.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Cards.Elements;

namespace ChatOpsBot.Cards;

/// <summary>What a card may weigh and hold.</summary>
public static class CardLimits
{
    /// <summary>28 KB, the smallest limit of all paths a card can take into Teams.</summary>
    public const int Bytes = 28 * 1024;

    /// <summary>Buttons of a card, those inside its body included (Teams store rule).</summary>
    public const int Buttons = 6;

    /// <summary>Bytes of the card in UTF-8 as the most wasteful writer sends it: everything beyond ASCII escaped.</summary>
    public static int SizeOf(Card card) => SizeOf(card.Write());

    /// <summary>True when the card keeps every limit.</summary>
    public static bool Fits(Card card) => ButtonsOf(card) <= Buttons && SizeOf(card) <= Bytes;

    internal static void Check(Card card, JsonObject json)
    {
        var buttons = ButtonsOf(card);
        if (buttons > Buttons)
            throw new CardLimitException($"The card \"{card.Summary}\" has {buttons} buttons; {Buttons} are allowed.");

        var size = SizeOf(json);
        if (size > Bytes)
            throw new CardLimitException($"The card \"{card.Summary}\" has {size} bytes; {Bytes} are allowed.");
    }

    // Written to nowhere: every card is weighed more than once, and its text is not needed for that.
    private static int SizeOf(JsonObject json)
    {
        using var writer = new Utf8JsonWriter(Stream.Null);
        json.WriteTo(writer);
        writer.Flush();
        return (int)writer.BytesCommitted;
    }

    private static int ButtonsOf(Card card) => card.Actions.Count + card.Body.Sum(ButtonsOf);

    private static int ButtonsOf(Element element) => element switch
    {
        ActionSet set => set.Actions.Count,
        Container container => container.Items.Sum(ButtonsOf),
        ColumnSet columns => columns.Columns.Sum(column => column.Items.Sum(ButtonsOf)),
        _ => 0,
    };
}
