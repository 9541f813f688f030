using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>What people said along the way, shown back to them as they typed it.</summary>
internal static class UnderstoodSlots
{
    private const int MostSlots = 10;
    private const int ValueLength = 200;

    public static IEnumerable<Element> Draw(IReadOnlyDictionary<string, string> slots, Phrases words)
    {
        if (slots.Count == 0)
            return [];

        var lines = slots.Take(MostSlots).Select(slot => new RichText(
            new TextRun(words.SayOf("slot", slot.Key) + ": ") { IsSubtle = true },
            new TextRun(PlainText.Clip(slot.Value, ValueLength)) { Weight = TextWeight.Bolder })
        {
            Spacing = Spacing.Small,
        });
        return [HelpDrawing.Heading(words["request.understood"]), .. lines];
    }
}
