using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Dialogs.Recovery.Saying;

/// <summary>Finds "DR-3" in a sentence. An LPAR of that name in the inventory is the LPAR.</summary>
internal static class EventKeys
{
    public static IReadOnlyList<int> NumbersIn(string text, Inventory systems) =>
        [.. Found(text, systems).Select(key => key.Number).Distinct()];

    /// <summary>The first one, and the sentence without it; null where none is named.</summary>
    public static (int Number, string Before, string After)? FirstIn(string text, Inventory systems) =>
        Found(text, systems).FirstOrDefault() is { } key ? (key.Number, text[..key.Start], text[(key.Start + key.Length)..]) : null;

    private static IEnumerable<FoundRecoveryKey> Found(string text, Inventory systems) =>
        RecoveryKey.FindIn(text).Where(key => systems.Find(text.Substring(key.Start, key.Length)) is null);
}
