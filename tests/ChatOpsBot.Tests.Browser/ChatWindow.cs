using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Browser.People;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatOpsBot.Tests.Browser;

/// <summary>The Playground as a person uses it: by what is written on it.</summary>
internal sealed class ChatWindow(IPage page) : IAsyncDisposable
{
    /// <summary>Every card on the screen, oldest first in a chat.</summary>
    public ILocator Cards { get; } = page.Locator(".ac-adaptiveCard");

    public IPage Page => page;

    /// <summary>Nothing that happens elsewhere comes in: cards stay as they were.</summary>
    public bool IsCutOff { get; set; }

    // Cards have text boxes too; only where one writes a message formats what is written.
    private ILocator Box => page.Locator("[contenteditable='true']").First;

    public async Task OpenAsync(Uri playground)
    {
        await page.RouteWebSocketAsync(_ => true, Listen);
        await page.GotoAsync(playground.AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Hide log panel" }).ClickAsync();
    }

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

    /// <summary>Writes to the bot where others are as well.</summary>
    public async Task SayInGroupAsync(string text, string mention)
    {
        await MentionAsync(mention);
        await Box.PressSequentiallyAsync($" {text}");
        await page.GetByLabel("Send Message").ClickAsync();
    }

    /// <summary>Waits for a line of text from the bot.</summary>
    public Task ReadsAsync(string text) => Expect(page.GetByText(text).Last).ToBeVisibleAsync();

    public async Task EnterChannelAsync(string name)
    {
        await page.GetByLabel(name).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Post" })).ToBeVisibleAsync();
    }

    public async Task EnterGroupAsync()
    {
        await page.GetByRole(AriaRole.Treeitem, new() { Name = "Group Chat" }).ClickAsync();
        await Expect(page.GetByText("mention me").First).ToBeVisibleAsync();
    }

    /// <summary>
    /// Another person writes in the chat that is open, by "Mock an Activity". The window does not show their line, the bot's answer
    /// to it stands there. A press cannot be mocked so: the bot gets it, but its answer is not drawn.
    /// </summary>
    public async Task SayAsAsync(Person person, string text)
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Mock an Activity" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Custom activity" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.Locator(".view-line").First.ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.PressAsync("Control+C");
        var activity = (JsonObject)JsonNode.Parse(await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"))!;
        activity["type"] = "message";
        activity["text"] = text;
        activity["from"] = new JsonObject { ["id"] = person.Id, ["name"] = person.Name, ["aadObjectId"] = person.EntraId };
        // Pasted, not typed: the editor closes every brace that is typed.
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", activity.ToJsonString());
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.PressAsync("Control+V");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Send activity" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
    }

    /// <summary>Starts a thread in the channel.</summary>
    /// <returns>The thread.</returns>
    public async Task<ILocator> PostAsync(string text, string? mention = null)
    {
        await Box.ClickAsync();
        if (mention is not null)
            await MentionAsync(mention);
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

    /// <summary>Keeps a picture of the window in artifacts/pictures, for people to look at.</summary>
    public async Task KeepPictureAsync(string name, int height = 900)
    {
        await page.SetViewportSizeAsync(1280, height);
        await page.ScreenshotAsync(new() { Path = PictureFile(name) });
    }

    /// <summary>Keeps a picture of one card.</summary>
    public async Task KeepPictureAsync(string name, ILocator card)
    {
        // Taller than any card: one that does not fit would be scrolled below the bar of the window.
        await page.SetViewportSizeAsync(1280, 2400);
        await card.ScreenshotAsync(new() { Path = PictureFile(name) });
    }

    public async ValueTask DisposeAsync() => await page.CloseAsync();

    public static async Task<ILocator> ShownAsync(ILocator element)
    {
        await Expect(element).ToBeVisibleAsync();
        return element;
    }

    private void Listen(IWebSocketRoute socket) => socket.ConnectToServer().OnMessage(frame =>
    {
        if (!IsCutOff)
            socket.Send(frame.Text!);
    });

    private async Task MentionAsync(string name)
    {
        await Box.PressSequentiallyAsync("@");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = name }).ClickAsync();
    }

    public static string PictureFile(string name) => Path.Combine(Tools.Root, "artifacts", "pictures", $"{name}.png");
}
