namespace ChatOpsBot.Cards;

/// <summary>Keeps what can grow within the limits of a card.</summary>
public static class CardPages
{
    // Room for the page number and the buttons to the next pages, which are not known while splitting.
    private const int Reserve = 1500;

    /// <summary>Splits items over few pages within the limits, in order, at most <paramref name="most"/> to a page.</summary>
    /// <param name="draw">Draws a page of some of the items. One item alone must fit, and several weigh no more than they do one by
    /// one.</param>
    public static IReadOnlyList<IReadOnlyList<T>> Split<T>(IReadOnlyList<T> items, int most, Func<IReadOnlyList<T>, Card> draw)
    {
        var empty = CardLimits.SizeOf(draw([]));
        List<List<T>> pages = [];
        var left = 0;
        foreach (var item in items)
        {
            var size = CardLimits.SizeOf(draw([item])) - empty + 1;
            if (pages is not [.., var page] || page.Count == most || size > left)
            {
                pages.Add(page = []);
                left = CardLimits.Bytes - Reserve - empty;
            }

            page.Add(item);
            left -= size;
        }

        return pages;
    }

    /// <summary>The first drawing that fits, from the most generous number of characters for a long text to the smallest.</summary>
    public static Card Fit(Func<int, Card> draw)
    {
        ReadOnlySpan<int> lengths = [2000, 1000, 500, 250, 120];
        foreach (var length in lengths)
        {
            var card = draw(length);
            if (CardLimits.Fits(card))
                return card;
        }

        return draw(60);
    }

    /// <summary>The card with as many of its items as fit, up to <paramref name="most"/>; at worst with one.</summary>
    public static Card Most(int most, Func<int, Card> draw)
    {
        for (var count = most; count > 1; count /= 2)
        {
            var card = draw(count);
            if (CardLimits.Fits(card))
                return card;
        }

        return draw(1);
    }
}
