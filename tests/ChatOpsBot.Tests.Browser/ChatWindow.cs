using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatOpsBot.Tests.Browser;

/// <summary>The Playground as a person uses it: by what is written on it.</summary>
internal sealed class ChatWindow(IPage page) : IAsyncDisposable
{
    /// <summary>Every card on the screen, oldest first in a chat.</summary>
    public ILocator Cards { get; } = page.Locator(".ac-adaptiveCard");

    public IPage Page => page;

    private ILocator Box => page.GetByRole(AriaRole.Textbox).First;

    /// <summary>Waits for what the bot says first in the personal chat.</summary>
    public Task GreetedAsync() => Expect(page.GetByText("Hello, I am ChatOpsBot").First).ToBeVisibleAsync();

    /// <summary>Writes in the personal chat and waits for the card that answers.</summary>
    public async Task<ILocator> AskAsync(string text)
    {
        var before = await Cards.CountAsync();
        await SayAsync(text);
        return await ShownAsync(Cards.Nth(before));
    }

    public async Task SayAsync(string text)
    {
        await Box.FillAsync(text);
        await page.GetByLabel("Send Message").ClickAsync();
    }

    /// <summary>Waits for a line of text from the bot.</summary>
    public Task ReadsAsync(string text) => Expect(page.GetByText(text).Last).ToBeVisibleAsync();

    public async Task EnterChannelAsync(string name)
    {
        await page.GetByLabel(name).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Post" })).ToBeVisibleAsync();
    }

    /// <summary>Starts a thread in the channel.</summary>
    /// <returns>The thread.</returns>
    public async Task<ILocator> PostAsync(string text, string? mention = null)
    {
        await Box.ClickAsync();
        if (mention is not null)
        {
            await Box.PressSequentiallyAsync("@");
            await page.GetByRole(AriaRole.Menuitem, new() { Name = mention }).ClickAsync();
        }

        await Box.PressSequentiallyAsync($" {text}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Post" }).ClickAsync();
        return await ShownAsync(page.GetByRole(AriaRole.Group).Filter(new() { HasText = text }).Last);
    }

    /// <summary>Presses a button of a card.</summary>
    public static Task PressAsync(ILocator card, string button) =>
        card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Presses a button that opens a new card, and waits for it.</summary>
    public async Task<ILocator> PressForAnotherAsync(ILocator card, string button)
    {
        var before = await Cards.CountAsync();
        await PressAsync(card, button);
        return await ShownAsync(Cards.Nth(before));
    }

    /// <summary>Makes the window as low as a picture of one answer needs.</summary>
    public Task ShrinkAsync() => page.SetViewportSizeAsync(1280, 620);

    /// <summary>Keeps a picture in artifacts/pictures, for people to look at.</summary>
    public Task KeepPictureAsync(string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Tools.Root, "artifacts", "pictures", $"{name}.png") });

    public async ValueTask DisposeAsync() => await page.CloseAsync();

    public static async Task<ILocator> ShownAsync(ILocator element)
    {
        await Expect(element).ToBeVisibleAsync();
        return element;
    }
}
