// A bot, a Playground and a browser at a time are enough for one machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace ChatOpsBot.Tests.Browser;

/// <summary>Somebody with a fresh bot and a browser; the bot starts when the first test asks for the chat.</summary>
public sealed class Newcomer : IAsyncDisposable
{
    private RunningBot? _bot;
    private Chromium? _browser;

    /// <summary>
    /// Opens the address the bot names; the first time it waits for the greeting. Skips the test where a tool is missing.
    /// </summary>
    internal async Task<ChatWindow> OpenChatAsync()
    {
        Tools.Need();
        var isFirst = _bot is null;
        _bot ??= await RunningBot.StartAsync();
        _browser ??= await Chromium.StartAsync();
        var chat = new ChatWindow(await _browser.OpenAsync(1280, 900));
        await chat.OpenAsync(_bot.Playground!);
        if (isFirst)
            await chat.GreetedAsync();
        return chat;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        if (_bot is not null)
            await _bot.DisposeAsync();
    }
}
