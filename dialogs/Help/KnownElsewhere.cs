using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Facts;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>What others than the matrix tell about what was asked: the system list, the provider's other pages.</summary>
/// <param name="Elements">In the order of their weight; empty where nothing is known.</param>
/// <param name="Nearest">The row of the matrix that comes nearest; null when none does.</param>
public sealed record KnownElsewhere(IReadOnlyList<Element> Elements, IReadOnlyList<CardAction> Buttons, Row? Nearest)
{
    public static KnownElsewhere Nothing { get; } = new([], [], null);

    public bool Tells => Elements.Count > 0;

    /// <param name="text">The message, for the systems that it names.</param>
    /// <param name="nearest">The nearest row in the language of the answer.</param>
    public static KnownElsewhere About(Meaning? meaning, string text, Row? nearest, Inventory systems, Phrases words) => new(
        [
            .. meaning?.Fact == ObjectivesDrawing.Fact ? ObjectivesDrawing.Draw(text, systems, words) : [],
            .. FactDrawing.Draw(meaning?.Fact, words),
        ],
        [.. FactDrawing.Open(meaning?.Fact, words)],
        nearest);
}
