using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Cards;

namespace ChatOpsBot.Tests.Chats;

/// <summary>
/// Plays every chat file against the whole bot, compares it with what really happened, and looks at every card as somebody does who
/// does not see it, or sees it on a phone. With CHATOPSBOT_ACCEPT=1 the bot's lines
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

        var colours = new CardColours();
        string[] faults =
        [
            .. player.Stage.Cards.OfType<JsonObject>().SelectMany(card => CardAccess.Faults(card).Concat(colours.Faults(card))).Distinct(),
        ];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [Fact]
    public void There_are_chats() => Assert.True(ChatFile.All.Count() >= 15);
}
