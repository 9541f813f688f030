using ChatOpsBot.Sandbox.IbmCloud;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Requests;

/// <summary>Whoever declares a failover learns how to call IBM, and what to say: never a number that IBM does not know.</summary>
public sealed class CallTests
{
    private static readonly (string, string)[] Line =
        [("Desk:IbmCloud:Phone", "+1 555 0100"), ("Desk:IbmCloud:Account", "1234567 (Example Bank)")];

    private static readonly (string Field, string Value)[] Answers =
    [
        ("kind", "REAL: unplanned failover, the primary is lost"),
        ("source", "LPAR1"),
        ("target", "LPAR1DR"),
        ("reason", "The site or region is lost"),
        ("outage", "20 minutes ago"),
        ("primary", "Down, not reachable"),
        ("dataLoss", "up to 15 minutes"),
        ("owner", "Carla Stone"),
        ("contact", "duty manager, +49 30 1234567"),
    ];

    [Fact]
    public async Task At_IBM_the_card_has_the_case_number()
    {
        await using var ibm = await FakeIbmCloud.StartAsync(new FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)));
        await using var bot = await RunningBot.StartAsync([.. ibm.Settings, .. Line]);
        var card = await DeclaredAsync(bot);

        Assert.Contains("Call IBM\nPhone: +1 555 0100\nCase number: CS4000001\n", card, StringComparison.Ordinal);
        Assert.Contains(
            "To read out: This is account 1234567 (Example Bank). Severity 1: DR DECLARED UNPLANNED FAILOVER LPAR1 to LPAR1DR.",
            card,
            StringComparison.Ordinal);
        Assert.Contains(
            "The case number is CS4000001. Somebody of us can be reached around the clock: duty manager, +49 30 1234567.",
            card,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_another_desk_IBM_is_asked_for_a_case()
    {
        await using var bot = await RunningBot.StartAsync(Line);
        var card = await DeclaredAsync(bot);

        Assert.Contains(
            "Phone: +1 555 0100\nIBM has no case number for this yet: ask them to open a case.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("T-", card[card.IndexOf("To read out", StringComparison.Ordinal)..].Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_number_in_the_settings_none_is_made_up()
    {
        await using var bot = await RunningBot.StartAsync();
        Assert.Contains("The phone number for your account is in your support contract", await DeclaredAsync(bot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_wait_is_not_called_about()
    {
        await using var bot = await RunningBot.StartAsync(Line);
        var ana = await bot.FiledAsync();
        Assert.DoesNotContain("Call IBM", ana.Answer.InWords(), StringComparison.Ordinal);
    }

    // The card of whoever declared it, once the desk has it.
    private static async Task<string> DeclaredAsync(RunningBot bot)
    {
        var (ana, ben) = (bot.Colleague("ana"), bot.Colleague("ben"));
        await ana.SaysAsync("we lost site A, LPAR1 is down, fail over to the DR LPAR now!");
        await ana.PressesAsync("Update form", null, Answers[0]);
        await ana.PressesAsync("Review", null, Answers[1..]);
        await ana.PressesAsync("Send for approval", null, ("risk.unplanned", "LPAR1 FAILOVER"), ("risk.dataLoss", "yes"));
        await bot.SettleAsync();
        await ben.SaysAsync($"approve {(await bot.RequestAsync()).Key}");
        await ben.PressesAsync("Approve");
        await bot.SettleAsync();
        return bot.CardsOf("ana")[0].Card.InWords();
    }
}
