using static Microsoft.Playwright.Assertions;

namespace ChatOpsBot.Tests.Browser;

public sealed class WelcomeTests(Newcomer newcomer) : IClassFixture<Newcomer>
{
    [Fact]
    public async Task The_bot_greets_each_place_once_and_says_how_to_begin()
    {
        await using (var chat = await newcomer.OpenChatAsync())
        {
            await chat.GreetedAsync();
            await Expect(chat.Cards).ToContainTextAsync("Who applies PTFs?");
            await chat.KeepPictureAsync("welcome");

            await chat.EnterChannelAsync("My Team - General");
            await chat.GreetedAsync();
            await Expect(chat.Cards).ToContainTextAsync("mention me");
            await chat.KeepPictureAsync("welcome-team");
        }

        await using var again = await newcomer.OpenChatAsync();
        await again.SayAsync("hello");
        await again.ReadsAsync("Say “help” to see more.");
        Assert.Equal(0, await again.Cards.CountAsync());
    }
}
