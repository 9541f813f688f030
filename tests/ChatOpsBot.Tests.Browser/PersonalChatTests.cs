using static Microsoft.Playwright.Assertions;

namespace ChatOpsBot.Tests.Browser;

public sealed class PersonalChatTests(Newcomer newcomer) : IClassFixture<Newcomer>
{
    [Fact]
    public async Task A_question_is_answered_with_party_duty_and_source_in_this_order()
    {
        await using var chat = await newcomer.OpenChatAsync();

        var answer = await chat.AskAsync("who applies PTFs?");

        var read = await answer.InnerTextAsync();
        Assert.Matches(
            "(?s)^\\W*IBM does this.*Install PTFs.*You.*Source: .*“Updates/Patching”.*“Operations Management”.*28 October 2024", read);
        await chat.KeepPictureAsync("personal-chat", height: 620);
    }

    [Fact]
    public async Task The_whole_row_takes_the_answers_place_and_the_matrix_stands_below()
    {
        await using var chat = await newcomer.OpenChatAsync();
        var card = await chat.AskAsync("who applies PTFs?");
        var cards = await chat.Cards.CountAsync();

        await ChatWindow.PressAsync(card, "Whole row");
        await Expect(card).ToContainTextAsync("IBM and you share this");
        await chat.KeepPictureAsync("whole-row");

        await ChatWindow.PressAsync(card, "Short answer");
        await Expect(card).ToContainTextAsync("IBM does this");
        Assert.Equal(cards, await chat.Cards.CountAsync());

        var matrix = await chat.PressForAnotherAsync(card, "Whole matrix");
        await Expect(matrix).ToContainTextAsync("Who does what");
        await Expect(matrix).ToContainTextAsync("Backup and Restore");
        await Expect(card).ToContainTextAsync("IBM does this");
        await chat.KeepPictureAsync("whole-matrix", matrix);
    }

    [Fact]
    public async Task A_hello_is_answered_with_a_hello()
    {
        await using var chat = await newcomer.OpenChatAsync();

        await chat.SayAsync("hello");

        await chat.ReadsAsync("Hello! Ask me who does what on your IBM i systems");
    }

    [Fact]
    public async Task German_is_answered_in_German()
    {
        await using var chat = await newcomer.OpenChatAsync();

        var answer = await chat.AskAsync("Wer spielt PTFs ein?");

        await Expect(answer).ToContainTextAsync("Das übernimmt IBM");
        await Expect(answer).ToContainTextAsync("28. Oktober 2024");
        await chat.KeepPictureAsync("german");
    }

    [Fact]
    public async Task What_the_matrix_does_not_hold_is_said_plainly_with_whom_to_ask()
    {
        await using var chat = await newcomer.OpenChatAsync();

        var answer = await chat.AskAsync("how many vacation days do I have left?");

        await Expect(answer).ToContainTextAsync("That is not in the matrix");
        await Expect(answer).ToContainTextAsync("Please ask your IBM contact or your own service desk.");
        await Expect(answer).Not.ToContainTextAsync("does this");
        await chat.KeepPictureAsync("outside");
    }
}
