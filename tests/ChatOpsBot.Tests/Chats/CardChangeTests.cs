using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Chats;

/// <summary>How a chat tells what a replacing card changed.</summary>
public sealed class CardChangeTests
{
    private static readonly string[] Before = ["Order", "Dish: [ ]", "Size: [small]", "Day: [ ]", "We are open.", "[Next] [Cancel]"];

    [Fact]
    public void A_changed_line_stands_alone_between_unchanged_ones() => Changes(
        ["Order", "Dish: [Soup]", "Size: [small]", "Day: [ ]", "We are open.", "[Next] [Cancel]"],
        """
        updates the card Order
        Dish: [Soup]
        ...
        """);

    [Fact]
    public void New_lines_and_lines_that_are_gone_are_marked() => Changes(
        ["Order", "Dish: [ ]", "⚠ This is missing.", "Size: [small]", "Day: [ ]", "[Next] [Cancel]"],
        """
        updates the card Order
        ... Dish: [ ]
        + ⚠ This is missing.
        ...
        - We are open.
        ...
        """);

    [Fact]
    public void A_line_that_should_have_gone_is_noticed() => Assert.NotEqual(
        Between(Before, ["Order", "Dish: [Soup]", "Size: [small]", "Day: [ ]", "We are open.", "[Next] [Cancel]"]),
        Between(Before, ["Order", "Dish: [Soup]", "Dish: [ ]", "Size: [small]", "Day: [ ]", "We are open.", "[Next] [Cancel]"]));

    [Fact]
    public void A_new_line_in_another_place_is_noticed() => Assert.NotEqual(
        Between(Before, ["Order", "Dish: [ ]", "⚠ This is missing.", "Size: [small]", "Day: [ ]", "We are open.", "[Next] [Cancel]"]),
        Between(Before, ["Order", "Dish: [ ]", "Size: [small]", "Day: [ ]", "⚠ This is missing.", "We are open.", "[Next] [Cancel]"]));

    [Fact]
    public void Other_buttons_take_the_place_of_the_old_ones() => Changes(
        ["Order", "Dish: [ ]", "Size: [small]", "Day: [ ]", "We are open.", "[Pay]"],
        """
        updates the card Order
        ...
        [Pay]
        """);

    [Fact]
    public void The_same_card_again_changes_nothing() => Changes(Before, "updates the card Order\n...");

    [Fact]
    public void Another_card_is_told_whole() => Changes(["Bill", "Soup: 5"], "changes the card to Bill\nSoup: 5");

    [Fact]
    public void A_card_that_is_mostly_new_is_told_whole() =>
        Changes(["Order", "Soup comes.", "Thank you."], "changes the card to Order\nSoup comes.\nThank you.");

    private static void Changes(string[] after, string told) => Assert.Equal(told, Between(Before, after));

    private static string Between(string[] before, string[] after) => CardChange.Of(Card(before), Card(after));

    private static JsonObject Card(string[] lines) =>
        new() { ["body"] = new JsonArray([.. lines.Select(line => new JsonObject { ["type"] = "TextBlock", ["text"] = line })]) };
}
