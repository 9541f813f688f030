using System.Text;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Tests.Chats.Notation;

namespace ChatOpsBot.Tests.Chats;

/// <summary>Plays the people's lines of a chat and writes down what the bot does, in the notation of <see cref="ChatLines"/>.</summary>
internal sealed class ChatPlayer(ChatStage stage) : IAsyncDisposable
{
    private const string BotLine = "bot:";
    private const string Continued = "     ";

    public ChatStage Stage => stage;

    /// <param name="topics">Topics of the test's own, asked before the bot's.</param>
    public static async Task<ChatPlayer> StartAsync(params IReadOnlyList<ITopic> topics) => new(await ChatStage.StartAsync(topics));

    /// <returns>The chat as it went: the people's lines as they stand, the bot's as they came.</returns>
    public async Task<string> PlayAsync(string chat)
    {
        var played = new StringBuilder();
        foreach (var line in chat.Split('\n').SkipLast(1).Where(line => !IsBots(line)))
        {
            played.Append(line).Append('\n');
            if (line.Length == 0 || line[0] == '#')
                continue;

            await ChatLines.PlayAsync(line, stage);
            foreach (var happened in await stage.TakeWhatHappenedAsync())
                played.Append(BotLine).Append(' ').Append(happened.Replace("\n", "\n" + Continued, StringComparison.Ordinal)).Append('\n');
        }

        return played.ToString();
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    private static bool IsBots(string line) =>
        line.StartsWith(BotLine, StringComparison.Ordinal) || line.StartsWith(Continued, StringComparison.Ordinal);
}
