using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Searching;

/// <summary>A bot that the tests of one class share.</summary>
public sealed class SearchBotFixture : IAsyncLifetime
{
    internal RunningBot Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bot = await RunningBot.StartAsync(ChatSystems.Settings);

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
