using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Tests.Cards;
using CsCheck;

namespace ChatOpsBot.Tests.Dialogs;

/// <summary>What holds for every card, in every language, whatever it is filled with.</summary>
public sealed class EveryCardTests
{
    private static readonly WordsCatalog Catalog = WordsCatalog.Load();

    private static readonly IReadOnlyDictionary<string, string> Fillings = new Dictionary<string, string>
    {
        ["plain"] = "Watch the queues.",
        ["empty"] = "",
        ["markdown"] = "**b** [x](https://evil.example) # h\n- i\n```c```",
        ["html"] = "<script>alert(1)</script><at>all</at>&amp;",
        ["braces"] = "{row} {{DATE(2026-01-01T00:00:00Z)}} ${x} {",
        ["emoji"] = string.Concat(Enumerable.Repeat("👨‍👩‍👧🏳️‍🌈", 300)),
        ["right to left"] = "\u202Eevil\u202C مرحبا שלום",
        ["long"] = new string('x', 2000),
        ["endless"] = new string('語', 20_000),
        ["quotes"] = string.Concat(Enumerable.Repeat("\"\\'\0\ud800", 400)),
    };

    public static MatrixTheoryData<string, string> Cases => new(Catalog.Languages, Fillings.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Every_card_is_valid_within_its_limits_and_says_its_summary(string language, string filling)
    {
        foreach (var card in CardGallery.Filled(Fillings[filling], Fillings[filling], Catalog.In(language)))
        {
            await CardSchema.AssertValidAsync(card.ToJson());
            Assert.True(CardLimits.Fits(card));
            Assert.NotEmpty(card.Summary);
            Assert.Equal(language, card.Language);
            Assert.NotEmpty(CardText.Of(card));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void What_people_typed_stands_in_text_runs_alone(string language)
    {
        const string Typed = "§typed§";
        var places = CardGallery.Filled("page", Typed, Catalog.In(language)).SelectMany(card => CardWalk.WhereIs(Typed, card.ToJson()));

        Assert.Equal(["TextRun"], places.Distinct());
    }

    [Fact]
    public void No_text_from_outside_breaks_a_card() =>
        Gen.Select(Gen.String[0, 300], Gen.String[0, 300]).Sample(
            (page, typed) => CardGallery.Filled(page, typed, Catalog.In("de")).All(card => card.ToJson().Count > 0),
            iter: 100);

    [Fact]
    public void A_page_of_many_long_rows_keeps_the_limits() => Assert.All(
        CardGallery.Filled(Fillings["endless"], "typed", Catalog.In("de"), extraRows: 80),
        card => Assert.True(CardLimits.Fits(card)));

    [Fact]
    public void Nothing_is_told_by_a_colour_of_its_own() => Assert.All(
        CardGallery.Filled("page", "typed", Catalog.In("en")),
        card => Assert.DoesNotMatch("#[0-9a-fA-F]{6}", card.ToJson().ToJsonString()));
}
