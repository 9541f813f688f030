using System.Net;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector;

/// <summary>When the signing keys are fetched, and what happens while they cannot be.</summary>
public sealed class SigningKeyTests
{
    [Fact]
    public async Task Keys_are_fetched_once_for_many_requests()
    {
        await using var bot = await WiredBot.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bot.SendAsync(bot.Letter())));

        Assert.Equal(20, bot.Handler.Seen.Count);
        Assert.Equal(1, bot.Issuer.Fetches);
    }

    [Fact]
    public async Task A_new_key_is_accepted_with_its_first_token_and_the_old_one_goes_on()
    {
        await using var bot = await WiredBot.StartAsync();
        await bot.SendAsync(bot.Letter());
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        var old = bot.Letter();

        var fresh = await bot.SendAsync(Under(bot, bot.Issuer.Announce(new FakeKey("key-2", ["msteams"], keyNumber: 1))));

        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await bot.SendAsync(old)).StatusCode);
        Assert.Equal(2, bot.Issuer.Fetches);
    }

    [Fact]
    public async Task Unknown_keys_cause_one_fetch_a_minute_however_many_come()
    {
        await using var bot = await WiredBot.StartAsync();
        await bot.SendAsync(bot.Letter());
        bot.Clock.Advance(TimeSpan.FromMinutes(1));

        for (var stranger = 0; stranger < 10; stranger++)
        {
            var answer = await bot.SendAsync(Under(bot, new FakeKey($"stranger-{stranger}", ["msteams"])));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.Equal(2, bot.Issuer.Fetches);
    }

    [Fact]
    public async Task Without_any_key_the_answer_is_503_and_then_the_bot_recovers()
    {
        await using var bot = await WiredBot.StartAsync();
        bot.Issuer.IsDown = true;
        var down = await bot.SendAsync(bot.Letter());
        bot.Issuer.IsDown = false;
        var tooSoon = await bot.SendAsync(bot.Letter());
        bot.Clock.Advance(TimeSpan.FromSeconds(5));

        var recovered = await bot.SendAsync(bot.Letter());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, down.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, tooSoon.StatusCode);
        Assert.Equal(HttpStatusCode.OK, recovered.StatusCode);
    }

    [Fact]
    public async Task An_issuer_that_hangs_is_given_up_after_the_time_limit()
    {
        await using var bot = await WiredBot.StartAsync();
        bot.Issuer.Hangs = true;

        var asked = bot.SendAsync(bot.Letter());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await bot.Clock.RunUntilDone(asked)).StatusCode);
    }

    [Fact]
    public async Task Known_keys_outlive_an_issuer_that_is_down_for_days_but_not_for_a_week()
    {
        await using var bot = await WiredBot.StartAsync();
        await bot.SendAsync(bot.Letter());
        bot.Issuer.IsDown = true;

        bot.Clock.Advance(TimeSpan.FromDays(4));
        var fourDays = await bot.SendAsync(bot.Letter());
        bot.Clock.Advance(TimeSpan.FromDays(3));
        var aWeek = await bot.SendAsync(bot.Letter());

        Assert.Equal(HttpStatusCode.OK, fourDays.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, aWeek.StatusCode);
    }

    [Fact]
    public async Task A_key_that_is_announced_no_more_is_refused_after_a_day()
    {
        await using var bot = await WiredBot.StartAsync();
        await bot.SendAsync(bot.Letter());
        bot.Issuer.Withdraw(bot.Key);
        bot.Clock.Advance(TimeSpan.FromDays(1));

        // The key serves on while the announcement is fetched again: a moment, and here a few requests.
        var answers = new List<HttpStatusCode>();
        while (answers.Count < 500 && !answers.Contains(HttpStatusCode.Unauthorized))
            answers.Add((await bot.SendAsync(bot.Letter())).StatusCode);

        Assert.Equal(HttpStatusCode.Unauthorized, answers[^1]);
        Assert.Equal(2, bot.Issuer.Fetches);
    }

    [Fact]
    public async Task Everybody_who_waits_for_an_issuer_that_hangs_waits_once()
    {
        await using var bot = await WiredBot.StartAsync();
        bot.Issuer.Hangs = true;
        var begin = bot.Clock.GetUtcNow();

        var asked = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bot.SendAsync(bot.Letter())));
        var answers = await bot.Clock.RunUntilDone(asked);

        Assert.All(answers, it => Assert.Equal(HttpStatusCode.ServiceUnavailable, it.StatusCode));
        Assert.InRange(bot.Clock.GetUtcNow() - begin, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60));
        Assert.Equal(1, bot.Issuer.Fetches);
    }

    private static Letter Under(WiredBot bot, FakeKey key)
    {
        var letter = bot.Letter();
        letter.Key = key;
        letter.Header["kid"] = key.Id;
        return letter;
    }
}
