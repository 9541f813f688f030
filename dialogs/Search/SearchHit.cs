using System.Text.Json;
using ChatOpsBot.Cards;

namespace ChatOpsBot.Dialogs.Search;

/// <summary>One thing that was found.</summary>
/// <param name="Card">
/// What is put into the chat. Everybody there reads it, with or without the bot, so no button of it asks the bot; nobody keeps it up to
/// date, so what can change says of when it is.
/// </param>
/// <param name="Title">Its first line in the list.</param>
/// <param name="Text">The line below that.</param>
public sealed record SearchHit(Card Card, string Title, string Text)
{
    private const int LongestTitle = 150;
    private const int LongestText = 200;

    // What the wire needs around card, title and text.
    private const int Wrapping = 300;

    public string Title { get; } = PlainText.Clip(PlainText.Line(Title), LongestTitle);

    public string Text { get; } = PlainText.Clip(PlainText.Line(Text), LongestText);

    /// <summary>Bytes of it in the answer at most, with everything beyond ASCII escaped.</summary>
    internal int Size =>
        CardLimits.SizeOf(Card)
        + JsonEncodedText.Encode(Title).EncodedUtf8Bytes.Length
        + JsonEncodedText.Encode(Text).EncodedUtf8Bytes.Length
        + Wrapping;
}
