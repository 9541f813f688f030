using System.Diagnostics;

namespace ChatOpsBot.Benchmarks.Peers;

/// <summary>The same number of messages every second for minutes, whether those before are answered or not.</summary>
internal static class SteadyLoad
{
    private const int ASecond = 100;
    private const int People = 2_000;

    public static async Task<string> MeasureAsync(int minutes)
    {
        await using var bot = await BotUnderLoad.StartAsync(People);
        var since = Stopwatch.GetTimestamp();
        var (running, inAMinute) = (new List<Task<TimeSpan>>(), 0.0);
        for (var number = 0; number < minutes * 60 * ASecond; number++)
        {
            var early = TimeSpan.FromSeconds((double)number / ASecond) - Stopwatch.GetElapsedTime(since);
            if (early > TimeSpan.Zero)
                await Task.Delay(early);
            running.Add(bot.PostAsync(People));
            if (number == (60 * ASecond) - 1)
                inAMinute = bot.ResidentMegabytes;
        }

        var took = (await Task.WhenAll(running)).Select(it => it.TotalMilliseconds).Order().ToList();
        await bot.CheckAsync();
        return $"{ASecond} turns a second for {minutes} minutes: median {took[took.Count / 2]:F1} ms, p99 {took[took.Count * 99 / 100]:F1} ms, longest {took[^1]:F0} ms, resident {inAMinute:F0} MB after a minute and {bot.ResidentMegabytes:F0} MB at the end";
    }
}
