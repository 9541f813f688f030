using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.Layout;

/// <summary>The pieces that welcome, help and "not in the matrix" share.</summary>
internal static class CardLayout
{
    public static TextBlock Title(string text) => new(text) { Size = TextSize.Large, Weight = TextWeight.Bolder, IsHeading = true };

    /// <summary>Begins a part of a card. Its size is named, as clients draw a heading without one as large as the title.</summary>
    public static TextBlock Heading(string text) =>
        new(text) { Size = TextSize.Medium, Weight = TextWeight.Bolder, IsHeading = true, Spacing = Spacing.Medium };

    public static TextBlock Line(string text) => new(text) { Spacing = Spacing.Small };

    /// <summary>A heading and things to say below it.</summary>
    public static IEnumerable<Element> Examples(string heading, IEnumerable<Example> examples, Phrases words) =>
    [
        Heading(heading),
        .. examples.Select(example => Quote(words[example.Key], words)),
    ];

    public static TextBlock Quote(string example, Phrases words) => Line("• " + words.Say("example.quote", ("example", example)));
}
