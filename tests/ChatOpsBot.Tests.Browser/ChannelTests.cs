using static Microsoft.Playwright.Assertions;

namespace ChatOpsBot.Tests.Browser;

public sealed class ChannelTests(Newcomer newcomer) : IClassFixture<Newcomer>
{
    private const string Bot = "Test Bot";

    [Fact]
    public async Task Who_mentions_the_bot_is_answered_in_the_same_thread_and_others_are_left_alone()
    {
        await using var chat = await newcomer.OpenChatAsync();
        await chat.EnterChannelAsync("My Team - General");
        await chat.GreetedAsync();

        var talk = await chat.PostAsync("who applies PTFs around here?");
        var question = await chat.PostAsync("who declares a failover?", mention: Bot);

        var answer = await ChatWindow.ShownAsync(question.Locator(".ac-adaptiveCard"));
        await Expect(answer).ToContainTextAsync("You do this");
        await Expect(answer).ToContainTextAsync("Declare when a DR failover has to take place.");
        Assert.Equal(0, await talk.Locator(".ac-adaptiveCard").CountAsync());
        await chat.KeepPictureAsync("channel");
    }
}
