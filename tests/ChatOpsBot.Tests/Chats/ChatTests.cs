namespace ChatOpsBot.Tests.Chats;

/// <summary>
/// Plays every chat file against the whole bot and compares it with what really happened. With CHATOPSBOT_ACCEPT=1 the bot's lines
/// in the file are rewritten instead: read the difference before you keep it.
/// </summary>
public sealed class ChatTests
{
    private static readonly bool Accept = Environment.GetEnvironmentVariable("CHATOPSBOT_ACCEPT") == "1";

    public static TheoryData<string> Files => [.. ChatFile.All];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_chat_goes_as_written(string file)
    {
        var written = ChatFile.Read(file);
        await using var player = await ChatPlayer.StartAsync();
        var played = await player.PlayAsync(written);
        if (Accept)
            ChatFile.Rewrite(file, played);
        else
            Assert.Equal(written, played);
    }

    [Fact]
    public void There_are_chats() => Assert.True(ChatFile.All.Count() >= 15);
}
