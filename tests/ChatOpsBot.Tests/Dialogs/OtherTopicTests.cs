using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Tests.Dialogs;

public sealed class OtherTopicTests
{
    [Fact]
    public void A_person_is_welcomed_with_examples()
    {
        var chat = new Chat().IsAdded();

        Assert.Contains("› Who applies PTFs?", chat.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", chat.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Who applies PTFs?", "Our application is slow, who tunes it?", "How is backup and restore split?",
                "Request a restore", "Request a backup", "Declare a DR event", "Whole matrix", "Help", "Page on cloud.ibm.com",
            ],
            chat.Buttons);
    }

    [Theory]
    [InlineData("en", "Ada added me here.")]
    [InlineData("de", "Ada hat mich hier hinzugefügt.")]
    public void A_team_is_told_who_added_the_bot_and_how_to_reach_it(string language, string sentence)
    {
        var text = new Chat(language, PlaceKind.Channel).IsAdded().Text;

        Assert.Contains(sentence, text, StringComparison.Ordinal);
        Assert.Contains(Chat.Words(language)["help.mention"], text, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_shows_every_example()
    {
        var text = new Chat().Says(Meant.Talk(SmallTalk.Help)).Text;

        Assert.All(Example.All, example => Assert.Contains(Chat.Words()[example.Key], text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_mention_without_a_word_gets_help() =>
        Assert.Equal(Chat.Words()["help.summary"], new Chat(place: PlaceKind.Channel).Says(null, " ").Card.Summary);

    [Theory]
    [InlineData(SmallTalk.Greeting, "Hello!")]
    [InlineData(SmallTalk.Thanks, "You are welcome.")]
    [InlineData(SmallTalk.WhoAreYou, "I am ChatOpsBot, a bot.")]
    [InlineData(SmallTalk.Goodbye, "Goodbye!")]
    [InlineData(SmallTalk.Acknowledgement, "All right.")]
    [InlineData(SmallTalk.Complaint, "Sorry, that did not help.")]
    public void Small_talk_gets_one_short_line(SmallTalk kind, string start) => Assert.StartsWith(
        start,
        Assert.IsType<Reply.Say>(Assert.Single(new Chat().Says(Meant.Talk(kind)).Result.Replies)).Text,
        StringComparison.Ordinal);

    [Fact]
    public void A_wish_opens_the_form_with_what_was_said()
    {
        var chat = new Chat().Says(Meant.Request("restore", ("object", "PRODLIB"), ("lpar", "LPAR1")));

        Assert.Equal("Restore from a backup: please fill in what is missing.", chat.Card.Summary);
        Assert.Contains("draft, not sent yet", chat.Text, StringComparison.Ordinal);
        Assert.Contains("Which point in time should it be restored to?", chat.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Backup and Restore", "Request a restore")]
    public void Whoever_presses_a_request_button_is_told_where_the_form_is(string task, string button) => Assert.Equal(
        new Reply.Notice("The form is in a new message below."),
        new Chat().Says(Meant.Who(Party.Client, task)).Presses(button).Result.Replies[^1]);

    [Fact]
    public void The_help_button_says_where_the_help_is() => Assert.Equal(
        new Reply.Notice("The help is in a new message below."),
        new Chat().IsAdded().Presses("Help").Result.Replies[^1]);

    [Fact]
    public void A_request_button_of_no_known_kind_gets_a_kind_notice() => Assert.Equal(
        Chat.Words()["notice.request"],
        new Chat().Sends(Verbs.StartRequest, new() { ["request"] = "reboot-everything" }).Notice);

    [Fact]
    public void A_declaration_opens_the_form_and_says_that_nothing_is_declared()
    {
        var chat = new Chat().Says(Meant.Of(Intent.DrEvent) with
        {
            Request = "dr_failover",
            Slots = new Dictionary<string, string> { ["from_lpar"] = "LPAR9" },
        });

        Assert.StartsWith("DR failover\n", chat.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Nothing is declared or started yet. In a real disaster, also call IBM Support now.", chat.Text, StringComparison.Ordinal);
        Assert.Contains("LPAR9", chat.Card.ToJson().ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_outside_is_said_plainly_with_whom_to_ask()
    {
        var chat = new Chat(contact: new("Ops desk", new("mailto:ops@example.com"))).Says(Meant.Outside("licensing"));

        Assert.StartsWith(
            "That is not in the matrix\nThe matrix does not cover licences.\nPlease contact: Ops desk\n",
            chat.Text,
            StringComparison.Ordinal);
        Assert.Contains("[Contact] mailto:ops@example.com", chat.Text, StringComparison.Ordinal);
        Assert.Equal(["Contact", "Help", "Whole matrix"], chat.Buttons);
    }

    [Fact]
    public void A_contact_that_no_button_can_open_is_refused_at_once() =>
        Assert.Throws<ArgumentException>(() => new Contact("Ops desk", new("tel:+1-555-0100")));

    [Theory]
    [InlineData(null)]
    [InlineData("a subject without words")]
    public void Nobody_is_left_without_an_answer(string? subject)
    {
        var text = new Chat().Says(Meant.Outside(subject)).Text;

        Assert.Contains("I would rather not guess", text, StringComparison.Ordinal);
        Assert.Contains("Please ask your IBM contact", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_might_mean_a_row_is_asked_back() => Assert.StartsWith(
        "Did you mean …?",
        new Chat().Says(Meant.DidYouMean("Monitoring") with { Intent = Intent.Unknown }).Text,
        StringComparison.Ordinal);

    [Fact]
    public void A_button_of_an_old_card_gets_a_kind_notice() =>
        Assert.Equal(Chat.Words()["notice.button"], new Chat().Sends("something.else", []).Notice);
}
