using ChatOpsBot.Connector.Outgoing;
using static Microsoft.Playwright.Assertions;

namespace ChatOpsBot.Tests.Browser.People;

/// <summary>What the Playground can do with forms and with two people, tried before anything is built on it.</summary>
public sealed class FormTests(Company company) : IClassFixture<Company>
{
    [Fact]
    public async Task Every_kind_of_input_reaches_the_bot_and_the_answer_takes_the_forms_place()
    {
        await using var chat = await company.OpenChatAsync(Person.Ana);
        var form = new CardForm(await chat.AskAsync("order, please"));
        // The calendar opens at the browser's own month.
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddDays(40).Date);

        await form.FillAsync("Dish", "Soup");
        await form.FillAsync("Note", "without salt");
        await form.ChooseAsync("Size", "Large");
        await form.ChooseAsync("Taste", "Hot");
        await form.PickDayAsync("Day", day);
        await form.PickTimeAsync("Time", new(22, 30));
        await form.TickAsync("Served cold");
        await form.PressAsync("More");
        await form.FillAsync("Table", "7");
        await chat.KeepPictureAsync("form", form.Card);
        await form.PressAsync("Next");

        await Expect(form.Card).ToContainTextAsync(
            $"Came: cold=true, day={day:yyyy-MM-dd}, dish=Soup, note=without salt, size=l, table=7, taste=h, time=22:30");
    }

    [Fact]
    public async Task What_is_empty_is_left_out_and_what_is_required_is_asked_for_before_anything_is_sent()
    {
        await using var chat = await company.OpenChatAsync(Person.Ana);
        var form = new CardForm(await chat.AskAsync("order, please"));

        await form.PressAsync("Next");
        await Expect(form.Card).ToContainTextAsync("Say which dish.");

        await form.FillAsync("Dish", "Soup");
        await form.PressAsync("Next");
        await Expect(form.Card).ToHaveTextAsync("Came: cold=false, dish=Soup, size=s");
    }

    [Fact]
    public async Task Two_people_see_each_their_own_card_and_a_card_changes_when_the_other_presses()
    {
        await using var ana = await company.OpenChatAsync(Person.Ana);
        await using var ben = await company.OpenChatAsync(Person.Ben);
        var waiting = await company.TellAsync(Person.Ana, Message("Waiting for Ben"));
        await company.TellAsync(Person.Ben, OutgoingActivity.OfCard(OrderTopic.Question.ToJson(), "To approve"));

        var question = ben.Cards.Last;
        await Expect(question).ToContainTextAsync("To approve");
        await ChatWindow.PressAsync(question, "Approve");
        await Expect(question).ToContainTextAsync($"Approved by Ben, {Person.Ben.EntraId}");

        await Expect(ana.Cards.Last).ToContainTextAsync("Waiting for Ben");
        await company.TellAsync(Person.Ana, Message("Ben has approved"), instead: waiting);
        await Expect(ana.Cards.Last).ToContainTextAsync("Ben has approved");
        await ana.KeepPictureAsync("two-people-ana");
        await ben.KeepPictureAsync("two-people-ben");
    }

    [Fact]
    public async Task Somebody_else_of_the_group_can_speak_as_a_mocked_activity()
    {
        await using var chat = await company.OpenChatAsync(Person.Ana);
        await chat.EnterGroupAsync();
        await chat.GreetedAsync();

        await chat.SayInGroupAsync("who am I?", mention: "Test Bot");
        await chat.ReadsAsync($"Ana, {Person.Ana.EntraId}");
        await chat.SayAsAsync(Person.Ben, "who am I?");
        await chat.ReadsAsync($"Ben, {Person.Ben.EntraId}");
        await chat.KeepPictureAsync("group-mocked");
    }

    private static OutgoingActivity Message(string text) => OutgoingActivity.OfCard(OrderTopic.Plain(text).ToJson(), text);
}
