using System.Text.Json.Nodes;
using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;

namespace ChatOpsBot.Tests.Cards;

public sealed class CardJsonTests
{
    private static readonly Card Everything = new()
    {
        Summary = "One of each",
        Speak = "One of each",
        Language = "en",
        Body =
        [
            new TextBlock("Words")
            {
                Size = TextSize.ExtraLarge,
                Weight = TextWeight.Bolder,
                Color = TextColor.Good,
                IsSubtle = true,
                IsHeading = true,
            },
            new RichText(
                new TextRun("Typed")
                {
                    Size = TextSize.Small,
                    Color = TextColor.Attention,
                    IsItalic = true,
                })
            {
                Separator = true,
            },
            new FactSet(new Fact("Row", "Backup")),
            new Container(new TextBlock("Inside")) { Style = ContainerStyle.Accent, Bleed = true, Id = "more", IsVisible = false },
            new ColumnSet(new Column(new TextBlock("Left")), new Column(new TextBlock("Right")) { Stretches = true }),
            new TextInput("object", "What?")
            {
                IsRequired = true,
                ErrorMessage = "Say what",
                MaxLength = 10,
                Pattern = "^[A-Z]+$",
                IsMultiline = true,
                Placeholder = "LIB",
                Value = "A",
            },
            new ChoiceInput("row", "Which?", new Choice("One", "1")) { IsExpanded = true },
            new DateInput("day", "Which day?") { Earliest = new(2026, 1, 2), Latest = new(2026, 12, 31) },
            new TimeInput("time", "When?"),
            new ToggleInput("sure", "Sure?", "I am sure"),
            new ActionSet(new ToggleVisibility("More", "more")),
        ],
        Actions =
        [
            new Execute("Go", "go") { Style = ActionStyle.Positive, IgnoresInputs = true },
            new Submit("Send") { Data = new Dictionary<string, string> { ["a"] = "b" } },
            new OpenUrl("Open", new("https://example.com/page")),
        ],
    };

    [Fact]
    public async Task Every_element_is_drawn_as_the_schema_wants_it() => await CardSchema.AssertValidAsync(Everything.ToJson());

    [Theory]
    [InlineData("type", "Marquee")]
    [InlineData("colour", "red")]
    public async Task What_the_schema_does_not_know_is_noticed(string key, string value)
    {
        var card = Everything.ToJson();
        card["body"]![0]![key] = value;

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => CardSchema.AssertValidAsync(card));
    }

    [Fact]
    public void A_card_says_its_version_and_its_gist_for_clients_that_cannot_draw_it()
    {
        var json = Everything.ToJson();

        Assert.Equal("1.5", (string?)json["version"]);
        Assert.Equal("One of each", (string?)json["fallbackText"]);
        Assert.Equal("en", (string?)json["lang"]);
    }

    [Fact]
    public void A_button_also_works_in_a_client_without_universal_actions()
    {
        var button = new Execute("Go", "row.show") { Data = new Dictionary<string, string> { ["task"] = "Monitoring" } }.ToJson();

        Assert.Equal("row.show", (string?)button["verb"]);
        Assert.Equal("Action.Submit", (string?)button["fallback"]!["type"]);
        Assert.True(JsonNode.DeepEquals(
            new JsonObject { ["task"] = "Monitoring", [Submit.VerbKey] = "row.show" },
            button["fallback"]!["data"]));
    }

    [Fact]
    public void What_is_usual_is_not_written() =>
        Assert.Equal("""{"type":"TextBlock","text":"Hi","wrap":true}""", new TextBlock("Hi").ToJson().ToJsonString());

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("page.html")]
    public void A_button_opens_no_address_but_of_the_web_or_mail(string address) =>
        Assert.Throws<ArgumentException>(() => new OpenUrl("Open", new(address, UriKind.RelativeOrAbsolute)));

    [Fact]
    public void A_card_reads_as_text_with_its_buttons_and_links()
    {
        const string Expected = """
            Words
            Typed
            Row: Backup
            Inside
            Left  Right
            What?: A
            Which?:
              - One
            Which day?:
            When?:
            Sure?: [ ] I am sure
            [More]
            [Go]
            [Send]
            [Open] https://example.com/page
            """;

        Assert.Equal(Expected, CardText.Of(Everything));
    }
}
