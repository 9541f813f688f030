using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Recovery.Following;
using ChatOpsBot.Tests.Cards;
using ChatOpsBot.Tests.Dialogs;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>The card that shows what a channel follows, with much in it and with names that somebody chose to be annoying.</summary>
public sealed class FollowingCardTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", 0)]
    [InlineData("en", 6)]
    [InlineData("de", 7)]
    [InlineData("de", 150)]
    [InlineData("de", 3000)]
    public void It_keeps_the_limits_whatever_is_followed(string language, int count)
    {
        var card = Draw(language, [.. Enumerable.Range(0, count).Select(at => Followed($"{at:000}-{new string('X', 43)}"))]);

        Assert.True(CardLimits.Fits(card));
        Assert.Equal(Math.Min(count, CardLimits.Buttons), CardWalk.Buttons(card.ToJson()).Count());
        Assert.All(
            Enumerable.Range(0, Math.Min(count, 150)), at => Assert.Contains($"{at:000}-X", CardText.Of(card), StringComparison.Ordinal));
    }

    [Fact]
    public void It_keeps_the_limits_with_names_as_long_as_people_like() => Assert.True(CardLimits.Fits(
        Draw("de", [.. Enumerable.Range(0, 100).Select(at => Followed($"{at:000}-{new string('X', 43)}", new string('ß', 500)))])));

    [Fact]
    public void Names_of_people_are_drawn_as_they_are_and_become_no_link() =>
        Assert.Contains(
            "set by [**Eva**](https: //example.com) ",
            CardText.Of(Draw("en", [Followed("LPAR1", "[**Eva**](https://example.com)\n{{DATE(x)}}")])),
            StringComparison.Ordinal);

    [Fact]
    public void A_system_of_the_settings_has_no_button()
    {
        var card = Draw("en", [Followed("LPAR1") with { IsFromSettings = true }, Followed("LPAR2")]);
        Assert.Equal(["Stop following LPAR2"], CardWalk.Buttons(card.ToJson()).Select(button => (string?)button["title"]));
    }

    private static FollowedSystem Followed(string name, string by = "Eva") => new(name, new("aad-eva", by), Monday);

    private static Card Draw(string language, IReadOnlyList<FollowedSystem> followed) =>
        FollowingCard.Draw(
            followed,
            [],
            new FollowingWords(
                TestKit.Of(),
                new Turn
                {
                    What = new TurnInput.Message("what do we follow?"),
                    Who = new("aad-ana", "Ana"),
                    Where = new("19:ops@thread.tacv2", PlaceKind.Channel),
                    At = Monday,
                    Zone = NodaTime.DateTimeZone.Utc,
                    Language = language,
                }));
}
