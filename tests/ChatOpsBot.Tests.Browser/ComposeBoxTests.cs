using static Microsoft.Playwright.Assertions;

namespace ChatOpsBot.Tests.Browser;

/// <summary>The search of the compose box in the Playground, which asks for the ids that Teams takes from the app manifest.</summary>
public sealed class ComposeBoxTests(Newcomer newcomer) : IClassFixture<Newcomer>
{
    [Fact]
    public async Task Half_a_word_finds_rows_and_the_chosen_one_can_be_sent()
    {
        await using var chat = await newcomer.OpenChatAsync();
        var page = chat.Page;
        var cards = await chat.Cards.CountAsync();
        await page.GetByLabel("Trigger Message Extension App").First.ClickAsync();
        await page.GetByText("Search Command").ClickAsync();
        await page.GetByText("Specify Command ID or Parameter").ClickAsync();
        await page.GetByPlaceholder("Command ID").FillAsync("rows");
        await page.GetByPlaceholder("Parameter name").FillAsync("text");
        await page.GetByPlaceholder("Enter a search term").FillAsync("back");

        var found = page.GetByText("Backup and Restore: IBM and you share this", new() { Exact = true });
        await Expect(found).ToBeVisibleAsync();
        await chat.KeepPictureAsync("compose-box");
        await found.ClickAsync();

        var card = await ChatWindow.ShownAsync(chat.Cards.Nth(cards));
        await Expect(card).ToContainTextAsync("Source: row “Backup and Restore”");
        await chat.KeepPictureAsync("compose-box-chosen");
        await page.GetByLabel("Send Message").ClickAsync();
        await Expect(chat.Cards.Nth(cards)).ToContainTextAsync("Page on cloud.ibm.com");
        await chat.KeepPictureAsync("compose-box-sent");
    }
}
