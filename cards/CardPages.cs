namespace ChatOpsBot.Cards;

/// <summary>Keeps what can grow within the limits of a card.</summary>
public static class CardPages
{
    // Room for the page number and the buttons to the next pages, which are not known while splitting.
    private const int Reserve = 1500;

    /// <summary>Splits items over as few pages as the limits allow, in order, at most <paramref name="most"/> to a page.</summary>
    /// <param name="draw">Draws a page of some of the items. One item alone must fit.</param>
    public static IReadOnlyList<IReadOnlyList<T>> Split<T>(IReadOnlyList<T> items, int most, Func<IReadOnlyList<T>, Card> draw)
    {
        List<IReadOnlyList<T>> pages = [];
        List<T> page = [];
        foreach (var item in items)
        {
            if (page.Count > 0 && (page.Count == most || !HasRoom(draw([.. page, item]))))
            {
                pages.Add(page);
                page = [];
            }

            page.Add(item);
        }

        return page.Count > 0 ? [.. pages, page] : pages;
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

    private static bool HasRoom(Card card) => CardLimits.SizeOf(card) <= CardLimits.Bytes - Reserve;
}
