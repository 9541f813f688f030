using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>Whoever reads of a DR event and decides nothing is not told to press a button that their card does not have.</summary>
public sealed class BystanderTests
{
    private static readonly (string, string)[] Settings = [.. ChatSystems.Settings, ("Approvals:Roles:dr-authority:0", "aad-ben")];

    [Theory]
    [InlineData("eve", "approve DR-1", false)]
    [InlineData("eve", "show DR-1", false)]
    [InlineData("eve", "genehmige DR-1", false)]
    [InlineData("ben", "approve DR-1", true)]
    public async Task Only_those_with_the_button_are_told_to_press_it(string who, string said, bool may)
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        await bot.Colleague("ana").SaysAsync("declare a failover for LPAR1: power is gone");
        var reader = bot.Colleague(who);
        await reader.SaysAsync(said);
        var card = reader.Card.Card.InWords();
        Assert.Contains("DR-1", card, StringComparison.Ordinal);
        Assert.Equal(may, card.Contains("[Approve]", StringComparison.Ordinal));
        Assert.Equal(may, card.Contains("press Approve", StringComparison.Ordinal));
        Assert.Equal(may, card.Contains("press “Approve”", StringComparison.Ordinal));
        Assert.DoesNotContain("drücken Sie", card, StringComparison.OrdinalIgnoreCase);
    }
}
