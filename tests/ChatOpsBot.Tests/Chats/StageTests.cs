namespace ChatOpsBot.Tests.Chats;

/// <summary>The stage itself, tried with a form that says what reached it.</summary>
public sealed class StageTests
{
    [Fact]
    public Task A_card_is_drawn_with_what_stands_in_it() => GoesAsync("""
        ana: order, please
        bot: card Order
             Dish*: [ ]
             Size: <*Small* | Large>
             Day: [ ]
             Time: [12:30]
             [ ] Cold
             ~ Note: [ ]
             ~ Table: [4]
             [Next] [More] [Cancel]

        """);

    [Fact]
    public Task What_is_filled_in_is_sent_with_what_the_card_shows_and_nothing_for_what_is_empty() => GoesAsync("""
        (ana fills Dish=Soup; Size=Large; cold=yes; presses "Next")
        bot: changes the card to Came: cold="true", dish="Soup", form="1", size="l", table="4", time="12:30"
             [Order]

        (fills Dish="Soup; hot"; Day=2026-11-24; Time=; presses "Next" on the old card "Order" with empty fields)
        bot: changes the card to Came: cold="false", day="2026-11-24", dish="Soup; hot", form="1", note="", size="s", table="4", time=""
             [Order]

        (fills Dish=Soup; presses "Next" on the old card "Order" as a message)
        bot: changes the card to Came: cold="false", dish="Soup", form="1", size="s", table="4", time="12:30"
             [Order]

        (presses "Cancel" on the old card "Order")
        bot: changes the card to Came: nothing
             [Order]

        """, from: "ana: order, please\n");

    [Fact]
    public Task The_client_keeps_back_what_it_can_see_is_wrong() => GoesAsync("""
        (presses "Next")
        bot: (the client keeps the press back) Say which dish.

        (fills Dish=soup; Day=2026-11-22; presses "Next")
        bot: (the client keeps the press back) Say which dish.
        bot: (the client keeps the press back) Not in the past.

        """, from: "ana: order, please\n");

    [Fact]
    public Task What_is_folded_away_is_filled_in_once_it_is_shown() => GoesAsync("""
        (presses "More")
        bot: (the client) updates the card Order
             ...
             Note: [ ]
             Table: [4]
             ...

        (fills Dish=Soup; Note="one\ntwo"; presses "Next")
        bot: changes the card to Came: cold="false", dish="Soup", form="1", note="one
             two", size="s", table="4", time="12:30"
             [Order]

        """, from: "ana: order, please\n");

    [Fact]
    public async Task What_nobody_could_do_is_no_chat()
    {
        await using var player = await StartAsync();
        await player.PlayAsync("ana: order, please\n");
        string[] lines =
        [
            "(fills Note=x; presses \"Next\")",
            "(fills Dessert=x; presses \"Next\")",
            "(fills Size=Huge; presses \"Next\")",
            "(fills Cold=perhaps; presses \"Next\")",
            "(fills Day=tomorrow; presses \"Next\")",
            "(presses \"Pay\")",
            "(presses \"Next\" on the card \"Bill\")",
            "(presses \"Next\" on the old card \"Order\")",
            "(ana presses \"Next\" twice at once)",
            "(ben presses \"Next\")",
            "(dances)",
        ];
        await Assert.AllAsync(lines, line => Assert.ThrowsAsync<FormatException>(() => player.PlayAsync(line + "\n")));
    }

    [Fact]
    public Task What_the_bot_does_afterwards_and_elsewhere_is_told_with_the_place() => GoesAsync("""
        (fills Dish=Soup; presses "Next")
        bot: changes the card to Came: cold="false", dish="Soup", form="1", size="s", table="4", time="12:30"
             [Order]

        (presses "Order")
        bot: changes the card to Ordering
        bot: changes the card to Ordered
        bot: (in ben's personal chat) card To approve
             [Approve]
        bot: (in #kitchen) An order came.

        (ben presses "Approve")
        bot: changes the card to Approved by Ben

        """, from: "ana: order, please\n");

    [Fact]
    public Task The_answer_to_a_press_changes_the_card_for_the_one_who_pressed() => GoesAsync("""
        in a group chat:
        ana: ask, please
        bot: card To approve
             [Approve]

        ana: ask, please
        bot: card To approve
             [Approve]

        (presses "Approve")
        bot: changes the card to Approved by Ana

        (ben presses "Approve")
        bot: (notice) Somebody else was first.

        (ana presses "Approve" on the card "To")
        bot: (notice) Somebody else was first.

        (2 days later)
        (3 hours later)
        (ana presses "Approve" on the old card "To approve")
        bot: (notice) Somebody else was first.

        """);

    [Fact]
    public Task Of_two_presses_at_once_it_is_told_what_came_of_both() => GoesAsync("""
        in #ops:
        ana: ask, please
        bot: card To approve
             [Approve]

        (ana presses "Approve" twice at once)
        bot: (to both) changes the card to Approved by Ana

        """);

    [Fact]
    public Task Who_of_two_was_first_is_not_told() => GoesAsync("""
        in #ops:
        eva: ask, please
        bot: card To approve
             [Approve]

        (ana and ben press "Approve" at once)
        bot: (to the first) changes the card to Approved by <one of them>
        bot: (to the second) (notice) Somebody else was first.

        """);

    private static async Task GoesAsync(string written, string from = "")
    {
        await using var player = await StartAsync();
        await player.PlayAsync(from);
        Assert.Equal(written, await player.PlayAsync(written));
    }

    private static async Task<ChatPlayer> StartAsync()
    {
        var orders = new OrderTopic();
        var player = await ChatPlayer.StartAsync(orders);
        player.Stage.Bot.Background.Add(_ => orders.WorkAsync(player.Stage.Bot));
        return player;
    }
}
