using ChatOpsBot.Application;
using ChatOpsBot.Application.Turns;
using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Security;

/// <summary>One person cannot take the place of all, and hears why.</summary>
public sealed class LimitTests
{
    private static readonly (string, string)[] Roles =
    [
        ("Approvals:Roles:dr-authority:0", "aad-ben"),
        ("Approvals:Roles:dr-coordinator:0", "aad-lea"),
        ("Approvals:Roles:dr-operator:0", "aad-lea"),
        ("Approvals:Roles:application-owner:0", "aad-lea"),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_keeps_more_than_twenty_drafts()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = bot.Colleague("ana");
        for (var draft = 0; draft < RequestLimits.MostDrafts; draft++)
        {
            await ana.SaysAsync(draft % 2 == 0 ? "restore PAYLIB on LPAR1 from last night" : "I need a backup of HRLIB on LPAR1");
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await ana.SaysAsync("restore PAYLIB on LPAR1 from last night");
        Assert.Contains("20 drafts", ana.Texts[^1], StringComparison.Ordinal);
        Assert.Equal(
            RequestLimits.MostDrafts,
            await bot.ReadAsync(db => db.RequestAuditEntries.Select(entry => entry.RequestId).Distinct().CountAsync(Cancel)));

        await ana.SaysAsync("cancel");
        await ana.SaysAsync("I need a backup of HRLIB on LPAR1");
        Assert.Contains("HRLIB", ana.Card.Card.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_role_nobody_declares_and_takes_back_again_and_again()
    {
        await using var bot = await RunningBot.StartAsync([.. ChatSystems.Settings, .. Roles]);
        var eve = bot.Colleague("eve");
        for (var round = 1; round <= 6; round++)
        {
            await eve.SaysAsync("declare a failover for LPAR1: power is gone");
            await eve.SaysAsync($"call off DR-{round}");
            bot.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Contains(eve.Texts, text => text.StartsWith("You have declared 5 DR events", StringComparison.Ordinal));
        Assert.Equal(5, await bot.ReadAsync(db => db.AuditChainEntries.CountAsync(entry => entry.What == "declared", Cancel)));
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await eve.SaysAsync("declare a failover for LPAR1: power is gone");
        Assert.Equal(6, await bot.ReadAsync(db => db.AuditChainEntries.CountAsync(entry => entry.What == "declared", Cancel)));
    }

    [Fact]
    public async Task Without_a_role_three_declarations_of_one_person_wait_at_most()
    {
        (string, string)[] systems =
        [
            .. Enumerable.Range(1, 5).SelectMany(number => new[]
            {
                ($"Systems:Lpars:{number}:Name", $"LPAR{number}"),
                ($"Systems:Lpars:{number}:Production", "true"),
                ($"Systems:Lpars:{number}:DrPartner", $"LPAR{number}DR"),
            }),
            .. Roles,
        ];
        await using var bot = await RunningBot.StartAsync(systems);
        var mallory = bot.Colleague("mallory");
        for (var number = 1; number <= 4; number++)
            await mallory.SaysAsync($"declare a failover for LPAR{number}: fire");
        Assert.Contains("Too many declarations", mallory.Texts[^1], StringComparison.Ordinal);
        var max = bot.Colleague("max");
        for (var time = 1; time <= 7; time++)
            await max.SaysAsync($"declare a failover for LPAR1: fire {time}");
        Assert.Contains("Too many declarations", max.Texts[^1], StringComparison.Ordinal);
        await bot.Colleague("lea").SaysAsync("declare a failover for LPAR5: fire");
        Assert.Equal(4, (await bot.ReadAsync(db => new RecoveryStore(db).OpenAsync(RecoveryStore.AnyTenant, 10, Cancel))).Count);
    }

    [Fact]
    public async Task Who_sends_too_fast_is_told_once_and_others_are_not_held_back()
    {
        using var gate = new TurnGate(Options.Create(new TurnOptions { PerPersonASecond = 2 }), Registered(), new FakeTimeProvider());
        Assert.All(await EnterAsync(gate, "mallory", 6), entry => Assert.Equal(TurnEntry.Entered, entry));
        Assert.Equal([TurnEntry.TooFast, TurnEntry.TooFastAgain, TurnEntry.TooFastAgain], await EnterAsync(gate, "mallory", 3));
        Assert.Equal([TurnEntry.Entered], await EnterAsync(gate, "ana", 1));
    }

    [Fact]
    public async Task When_all_places_are_taken_the_next_hears_so_within_three_seconds()
    {
        using var gate = new TurnGate(Options.Create(new TurnOptions { AtOnce = 1 }), Registered(), TimeProvider.System);
        Assert.Equal([TurnEntry.Entered], await EnterAsync(gate, "ana", 1));
        var before = TimeProvider.System.GetTimestamp();
        Assert.Equal([TurnEntry.Busy], await EnterAsync(gate, "ben", 1));
        Assert.True(TimeProvider.System.GetElapsedTime(before) < TimeSpan.FromSeconds(3));
        gate.Leave();
        Assert.Equal([TurnEntry.Entered], await EnterAsync(gate, "ben", 1));
    }

    [Fact]
    public void Remembered_replies_stay_below_their_bytes_and_the_oldest_go_first()
    {
        List<int> forgotten = [];
        var budget = new ReplyBudget(10_000);
        for (var reply = 0; reply < 30; reply++)
        {
            var own = reply;
            budget.Add(800, () => forgotten.Add(own));
        }

        // A thousand bytes each, with what the entry takes.
        Assert.Equal(Enumerable.Range(0, 20), forgotten);
    }

    private static async Task<List<TurnEntry>> EnterAsync(TurnGate gate, string who, int times)
    {
        List<TurnEntry> entries = [];
        for (var time = 0; time < times; time++)
            entries.Add(await gate.EnterAsync(Context(who), Cancel));
        return entries;
    }

    private static TurnContext Context(string who) => new()
    {
        CorrelationId = "c",
        Who = new Person(who, who),
        Where = new Place($"a:{who}", PlaceKind.Personal),
        Reference = new ConversationReference { ServiceUrl = "https://teams.example/", ConversationId = $"a:{who}" },
        TenantId = "tenant",
        Input = new TurnInput.Message("hello"),
    };

    private static LocalPlaygroundMode Registered() =>
        new(new HostingEnvironment { EnvironmentName = "Production" }, Options.Create(new ConnectorOptions()));
}
