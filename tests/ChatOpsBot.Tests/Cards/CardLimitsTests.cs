using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;

namespace ChatOpsBot.Tests.Cards;

public sealed class CardLimitsTests
{
    [Fact]
    public void A_card_with_seven_buttons_is_not_built()
    {
        var card = new Card { Summary = "Too many", Actions = [.. Buttons(4)], Body = [new Container(new ActionSet([.. Buttons(3)]))] };

        Assert.False(CardLimits.Fits(card));
        Assert.Throws<CardLimitException>(card.ToJson);
    }

    [Fact]
    public void Six_buttons_are_allowed() =>
        Assert.NotNull(new Card { Summary = "Enough", Actions = [.. Buttons(6)] }.ToJson());

    [Fact]
    public void A_card_over_28_KB_is_not_built()
    {
        var card = TextCard(new string('x', CardLimits.Bytes));

        Assert.False(CardLimits.Fits(card));
        Assert.Throws<CardLimitException>(card.ToJson);
    }

    [Fact]
    public void Text_beyond_ASCII_counts_as_it_is_sent_escaped()
    {
        Assert.True(CardLimits.Fits(TextCard(new string('x', 5000))));
        Assert.False(CardLimits.Fits(TextCard(new string('語', 5000))));
    }

    [Fact]
    public void Pages_hold_every_item_once_and_in_order()
    {
        var items = Enumerable.Range(0, 64).Select(number => new string((char)('A' + (number % 26)), 1000 + number)).ToList();

        var pages = CardPages.Split(items, 10, page => TextCard([.. page]));

        Assert.Equal(items, pages.SelectMany(page => page));
        Assert.All(pages, page => Assert.True(page.Count <= 10 && CardLimits.Fits(TextCard([.. page]))));
    }

    [Fact]
    public void Nothing_makes_no_page() => Assert.Empty(CardPages.Split(Array.Empty<string>(), 10, page => TextCard([.. page])));

    [Fact]
    public void The_most_generous_drawing_that_fits_is_taken()
    {
        var lengths = new List<int>();

        CardPages.Fit(length =>
        {
            lengths.Add(length);
            return TextCard(new string('x', length * 20));
        });

        Assert.Equal([2000, 1000], lengths);
    }

    private static IEnumerable<Execute> Buttons(int count) =>
        Enumerable.Range(0, count).Select(number => new Execute($"Button {number}", "go"));

    private static Card TextCard(params string[] texts) =>
        new() { Summary = "Texts", Body = [.. texts.Select(text => new TextBlock(text))] };
}
