using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.Search;

/// <summary>Says of when a card is that nobody keeps up to date.</summary>
internal static class SnapshotLine
{
    public static TextBlock Draw(string time, Phrases words) =>
        new(words.Say("search.as_of", ("time", time))) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium };
}
