using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Cards;

/// <summary>That <see cref="CardAccess"/> and <see cref="CardColours"/> find what shuts people out.</summary>
public sealed class CardAccessTests
{
    private const string Title = """{"type": "TextBlock", "text": "Restore", "wrap": true, "style": "heading"}""";

    [Fact]
    public void A_card_that_all_can_use_has_no_fault() => Assert.Empty(CardAccess.Faults(Card(
        Title,
        """{"type": "Input.Text", "id": "lib", "label": "Library", "isRequired": true, "errorMessage": "Say which."}""",
        """{"type": "ActionSet", "actions": [{"type": "Action.Execute", "title": "Send", "verb": "send"}]}""")));

    [Theory]
    [InlineData("""{"type": "Input.Text", "id": "lib"}""", "The input lib has no label.")]
    [InlineData("""{"type": "Input.Date", "id": "day", "label": "Day", "isRequired": true}""", "The input day has to be filled in")]
    [InlineData("""{"type": "TextBlock", "text": "A long line"}""", "Cut where the column ends")]
    [InlineData("""{"type": "TextBlock", "text": "⚠", "wrap": true}""", "A sign without a word")]
    [InlineData("""{"type": "ActionSet", "actions": [{"type": "Action.Execute", "title": "✔", "verb": "yes"}]}""", "A sign without a word")]
    [InlineData("""{"type": "Image", "url": "https://www.example.com/a.png"}""", "A picture has no words")]
    [InlineData("""{"type": "Table"}""", "A table does not fit")]
    [InlineData("""{"type": "ColumnSet", "columns": [{"type": "Column", "width": "auto", "items": []}]}""", "No column takes the room")]
    [InlineData(
        """{"type": "ActionSet", "actions": [{"type": "Action.Execute", "title": "Show", "verb": "a"}, {"type": "Action.Execute", "title": "Show", "verb": "b"}]}""",
        "2 are called “Show”"
    )]
    public void What_shuts_somebody_out_is_found(string part, string fault) =>
        Assert.StartsWith(fault, Assert.Single(CardAccess.Faults(Card(Title, part))), StringComparison.Ordinal);

    [Fact]
    public void A_heading_stands_before_what_is_filled_in() => Assert.StartsWith(
        "Before the heading “Restore” comes",
        Assert.Single(CardAccess.Faults(Card("""{"type": "Input.Text", "id": "lib", "label": "Library"}""", Title))),
        StringComparison.Ordinal);

    [Fact]
    public void A_button_stands_after_the_input_that_it_sends() => Assert.StartsWith(
        "The button Send comes before the input lib",
        Assert.Single(CardAccess.Faults(Card(
            Title,
            """{"type": "ActionSet", "actions": [{"type": "Action.Execute", "title": "Send", "verb": "send"}]}""",
            """{"type": "Input.Text", "id": "lib", "label": "Library"}"""))),
        StringComparison.Ordinal);

    [Fact]
    public void A_card_says_its_gist_and_its_language() =>
        Assert.Equal(
            2, CardAccess.Faults(new JsonObject { ["type"] = "AdaptiveCard", ["body"] = new JsonArray(JsonNode.Parse(Title)) }).Count());

    [Fact]
    public void The_same_words_in_two_colours_tell_something_by_colour_alone()
    {
        var colours = new CardColours();
        Assert.Empty(colours.Faults(Card("""{"type": "TextBlock", "text": "LPAR1: good", "wrap": true, "color": "good"}""")));
        Assert.Empty(colours.Faults(Card("""{"type": "TextBlock", "text": "LPAR1: bad", "wrap": true, "color": "attention"}""")));
        Assert.Single(colours.Faults(Card("""{"type": "TextBlock", "text": "LPAR1: good", "wrap": true, "color": "attention"}""")));
    }

    private static JsonObject Card(params IEnumerable<string> parts) => new()
    {
        ["type"] = "AdaptiveCard",
        ["fallbackText"] = "Restore from a backup",
        ["lang"] = "en",
        ["body"] = new JsonArray([.. parts.Select(part => JsonNode.Parse(part))]),
    };
}
