using System.Text.Json.Nodes;
using ChatOpsBot.Application;
using ChatOpsBot.Application.Turns;
using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
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

    private static readonly (string, string)[] Approval =
        [("Approvals:RequiredFor:0", "restore"), ("Approvals:Roles:restore-approver:0", "aad-eva")];

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
        await using var bot = await RunningBot.StartAsync([.. Systems(6), .. Roles]);
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
    public async Task Thirty_requests_of_one_person_wait_at_most_whatever_is_begun_and_given_up_beside_them()
    {
        await using var bot = await RunningBot.StartAsync(Approval);
        var ana = bot.Colleague("ana");
        for (var request = 0; request < RequestLimits.MostWaiting; request++)
            await SendsForApprovalAsync(bot, ana);
        // More than are read of one person in a turn, and all of them newer than what waits.
        for (var draft = 0; draft <= RequestContext.Most; draft++)
        {
            await ana.SaysAsync(Filed.Sentence);
            await ana.SaysAsync("cancel");
        }

        await SendsForApprovalAsync(bot, ana);
        Assert.Contains("30 of your requests are waiting", ana.Notice, StringComparison.Ordinal);
        Assert.Equal(RequestLimits.MostWaiting, await WaitingAsync());

        // Others have their own places, and one of hers is free again when somebody has decided.
        await SendsForApprovalAsync(bot, bot.Colleague("max"));
        Assert.Equal(RequestLimits.MostWaiting + 1, await WaitingAsync());
        var oldest = (await bot.ReadAsync(db => new RequestStore(db).WaitingAndOpenAsync(1, Cancel))).Waiting.Single();
        await bot.Colleague("eva").ApprovesAsync(oldest.Key);
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await ana.AgainAsync();
        Assert.Equal(RequestLimits.MostWaiting + 1, await WaitingAsync());

        Task<int> WaitingAsync() => bot.ReadAsync(db => new RequestStore(db).AwaitingAsync(Cancel));
    }

    [Fact]
    public async Task Thirty_declarations_of_all_people_of_a_tenant_wait_at_most_and_who_leads_is_not_held_back()
    {
        const int People = 11;
        await using var bot = await RunningBot.StartAsync([.. Systems(People * 3), .. Roles]);
        for (var number = 0; number < 30; number++)
            await DeclaresAsync($"p{number / 3}", number);
        Assert.Equal(30, await OpenAsync());

        var late = await DeclaresAsync("p10", 30);
        Assert.Contains("Too many declarations", late.Texts[^1], StringComparison.Ordinal);
        Assert.Equal(30, await OpenAsync());
        // In another tenant nothing waits.
        await DeclaresAsync("zoe", 30, "99999999-bbbb-cccc-dddd-eeeeeeeeeeee");
        Assert.Equal(31, await OpenAsync());
        await DeclaresAsync("lea", 31);
        Assert.Equal(32, await OpenAsync());

        await bot.Colleague("ben").ApprovesAsync("DR-1");
        await DeclaresAsync("p10", 30);
        Assert.Equal(33, await OpenAsync());

        async Task<Colleague> DeclaresAsync(string name, int system, string tenant = ActivityJson.TenantId)
        {
            var person = new Colleague(bot.Teams, it => bot.DeliverAsync(OfTenant(it, tenant)), name);
            await person.SaysAsync($"declare a failover for LPAR{system}: fire");
            return person;
        }

        async Task<int> OpenAsync() =>
            (await bot.ReadAsync(db => new RecoveryStore(db).OpenAsync(RecoveryStore.AnyTenant, 99, Cancel))).Count;
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

    private static IEnumerable<(string, string)> Systems(int count) =>
        Enumerable.Range(0, count).SelectMany(number => new[]
        {
            ($"Systems:Lpars:{number}:Name", $"LPAR{number}"),
            ($"Systems:Lpars:{number}:Production", "true"),
            ($"Systems:Lpars:{number}:DrPartner", $"LPAR{number}DR"),
        });

    private static JsonObject OfTenant(JsonObject activity, string tenant)
    {
        activity["conversation"]!["tenantId"] = tenant;
        activity["channelData"]!["tenant"]!["id"] = tenant;
        return activity;
    }

    private static async Task SendsForApprovalAsync(RunningBot bot, Colleague person)
    {
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await person.SaysAsync(Filed.Sentence);
        await person.PressesAsync("Update form", null, ("overwrite", "Replace it"));
        await person.PressesAsync("Review", null, ("stopped", "Yes, it is or will be stopped"));
        await person.SendsWithRiskAsync();
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
