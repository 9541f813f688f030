using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.LanguageModel;

/// <summary>What a language model may bring about, and when it is asked.</summary>
public sealed class AdviceTests
{
    // That something is wanted is plain, but not what.
    private const string Wish = "flurb the thing zebralib for me, please";

    [Fact]
    public async Task A_row_that_is_chosen_answers_with_the_text_of_the_matrix_and_says_how()
    {
        await using var it = await AdvisedBot.StartAsync();
        it.Model.Answer = FakeModel.Chooses(FakeModel.Choice("rows", 2).With("side", "ibm"));
        await it.Ana.SaysAsync(AdvisedBot.Puzzle);

        Assert.Contains("◆ IBM does this", it.LastShown, StringComparison.Ordinal);
        Assert.Contains("row “Monitoring”", it.LastShown, StringComparison.Ordinal);
        Assert.Contains(AdvisedBot.Note, it.LastShown, StringComparison.Ordinal);
        Assert.Single(it.Bot.Teams.Messages);
    }

    [Fact]
    public async Task A_German_question_is_answered_in_German()
    {
        await using var it = await AdvisedBot.StartAsync();
        it.Model.Answer = FakeModel.Chooses(FakeModel.Choice("rows", 2));
        await it.Ana.SaysAsync("Wer kümmert sich um das Flurbeln?");

        Assert.Contains("Ein Sprachmodell hat geholfen, diese Frage zu verstehen.", it.LastShown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_is_about_the_row_that_was_chosen()
    {
        await using var it = await AdvisedBot.StartAsync();
        it.Model.Answer = FakeModel.Chooses(FakeModel.Choice("rows", 2).With("side", "ibm"));
        await it.Ana.SaysAsync(AdvisedBot.Puzzle);
        await it.Ana.SaysAsync("and on our side?");

        Assert.Contains("row “Monitoring”", it.LastShown, StringComparison.Ordinal);
        Assert.Single(it.Model.Asked);
    }

    [Fact]
    public async Task A_request_that_is_chosen_opens_its_form_with_what_the_message_names()
    {
        await using var it = await AdvisedBot.StartAsync();
        it.Model.Answer = FakeModel.Chooses(FakeModel.Request("restore", ("lpar", "thing")));
        await it.Ana.SaysAsync(Wish);

        Assert.Contains("\"value\":\"thing\"", it.Ana.Card.Card!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["A language model helped to understand this request. Check the form before you send it."], it.Ana.Texts);
    }

    [Fact]
    public async Task A_value_that_the_message_does_not_hold_is_left_out()
    {
        await using var it = await AdvisedBot.StartAsync();
        it.Model.Answer = FakeModel.Chooses(FakeModel.Request("restore", ("lpar", "LPAR66"), ("lpar", "hing"), ("point_in_time", "yesterday")));
        await it.Ana.SaysAsync(Wish);

        var form = it.Ana.Card.Card!.ToJsonString();
        Assert.Contains("\"id\":\"lpar\"", form, StringComparison.Ordinal);
        foreach (var value in new[] { "LPAR66", "HING", "yesterday", "2026-11-22" })
            Assert.DoesNotContain($"\"{value}\"", form, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_value_is_checked_like_what_is_typed()
    {
        await using var it = await AdvisedBot.StartAsync();
        it.Model.Answer = FakeModel.Chooses(FakeModel.Request("restore", ("lpar", "for me, please")));
        await it.Ana.SaysAsync(Wish);

        Assert.Contains("is not allowed in an LPAR name", it.Ana.Card.Card!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who applies PTFs?")]
    [InlineData("hello")]
    [InlineData("restore PRODLIB on LPAR1 from last night")]
    [InlineData("declare a failover for LPAR1: the site is down")]
    [InlineData("approve DR-1")]
    [InlineData("approve DR-1, and who is in charge of flurbing?")]
    [InlineData("my requests")]
    [InlineData("withdraw RST-7K3QZC")]
    [InlineData("forget me")]
    [InlineData("follow LPAR1")]
    [InlineData("")]
    public async Task It_is_not_asked_about_what_is_clear_or_a_command(string message)
    {
        await using var it = await AdvisedBot.StartAsync();
        it.Model.Answer = FakeModel.Chooses(FakeModel.Choice("rows", 3));
        await it.Ana.SaysAsync(message);

        Assert.Empty(it.Model.Asked);
        Assert.NotEmpty(it.Bot.Teams.Messages);
    }

    [Fact]
    public async Task It_is_not_asked_about_presses_and_while_a_form_is_open()
    {
        await using var it = await AdvisedBot.StartAsync();
        it.Model.Answer = FakeModel.Chooses(FakeModel.Choice("rows", 3));
        await it.Ana.SaysAsync("restore PRODLIB");
        await it.Ana.SaysAsync("LPAR1");
        await it.Ana.SaysAsync(AdvisedBot.Puzzle);
        await it.Bot.DeliverAsync(ActivityJson.Press("say", new JsonObject { ["text"] = AdvisedBot.Puzzle }));

        Assert.Empty(it.Model.Asked);
    }

    [Fact]
    public async Task Without_an_endpoint_nobody_is_asked()
    {
        await using var model = await FakeModel.StartAsync();
        await using var bot = await RunningBot.StartAsync(("LanguageModel:ApiKey", FakeModel.Key));
        await bot.Colleague("ana").SaysAsync(AdvisedBot.Puzzle);

        Assert.Empty(model.Asked);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("language model", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_it_is_asked_names_the_rows_and_nobody()
    {
        await using var it = await AdvisedBot.StartAsync();
        await it.Ana.SaysAsync("Who is in charge of flurbing zoe@example.com?");

        var asked = Assert.Single(it.Model.Asked);
        var text = asked.ToJsonString();
        Assert.Equal(FakeModel.Name, (string?)asked["model"]);
        Assert.Equal("json_schema", (string?)asked["response_format"]!["type"]);
        Assert.Equal(["system", "user"], asked["messages"]!.AsArray().Select(message => (string)message!["role"]!));
        Assert.Contains("7. Operations Management: Disaster Recovery", text, StringComparison.Ordinal);
        Assert.Equal(
            "Who is in charge of flurbing [address]?",
            (string?)JsonNode.Parse((string)asked["messages"]![1]!["content"]!)!["message"]);
        Assert.DoesNotContain("dr_failover", text, StringComparison.Ordinal);
        foreach (var about in new[] { "ana", "Ana", "personal", ActivityJson.TenantId })
            Assert.DoesNotContain($"\"{about}\"", text, StringComparison.Ordinal);
        Assert.Equal([$"Bearer {FakeModel.Key}"], it.Model.Keys);
    }

    [Fact]
    public async Task A_message_that_holds_a_secret_is_not_sent()
    {
        await using var it = await AdvisedBot.StartAsync();
        await it.Ana.SaysAsync("Who is in charge of flurbing with AKIAIOSFODNN7EXAMPLE?");

        Assert.Empty(it.Model.Asked);
        Assert.Contains(it.Bot.Log.Lines, line => line.Contains("was not asked: secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_message_is_cut()
    {
        await using var it = await AdvisedBot.StartAsync();
        await it.Ana.SaysAsync($"{AdvisedBot.Puzzle} {string.Concat(Enumerable.Repeat("flurb ", 1000))}");

        Assert.All(
            it.Model.Asked, asked => Assert.InRange(((string)asked["messages"]![1]!["content"]!).Length, 900, 1_100));
        Assert.Single(it.Model.Asked);
    }
}
