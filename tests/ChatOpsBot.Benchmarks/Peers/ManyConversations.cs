namespace ChatOpsBot.Benchmarks.Peers;

/// <summary>What the bot holds in memory once it has talked to very many people.</summary>
internal static class ManyConversations
{
    private const int Count = 100_000;
    private const int Before = 200;

    public static async Task<string> MeasureAsync()
    {
        await using var bot = await BotUnderLoad.StartAsync(Before);
        var few = bot.ResidentMegabytes;
        await bot.PostAsync(Count, people: int.MaxValue);
        await bot.CheckAsync();
        return $"Resident memory: {few:F0} MB after {Before} conversations, {bot.ResidentMegabytes:F0} MB after {Count} more";
    }
}
