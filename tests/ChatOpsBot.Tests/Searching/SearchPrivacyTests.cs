using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Storage;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Searching;

/// <summary>Who finds what, and what a chat gets to see of it.</summary>
public sealed class SearchPrivacyTests
{
    private const string OtherTenant = "ffffffff-0000-0000-0000-000000000000";

    [Fact]
    public async Task Nobody_finds_the_request_of_somebody_else()
    {
        await using var bot = await RunningBot.StartAsync(ChatSystems.Settings);
        await bot.KeepAsync(SampleRequest.Draft() with { State = RequestState.Filed, Entries = Lpar });

        Assert.Single((await bot.SearchAsync("requests", "RST-7K3QZ9")).Hits);
        foreach (var text in new[] { null, "", "RST-7K3QZ9", "rst 7k3qz9", "LPAR1", "restore" })
        {
            Assert.Empty((await bot.SearchAsync("requests", text, person: "mallory")).Hits);
            Assert.DoesNotContain(
                "LPAR1 ", (await bot.SearchAsync("requests", text, person: "mallory")).Body!.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_an_id_nobody_is_anybody()
    {
        await using var bot = await RunningBot.StartAsync(ChatSystems.Settings);
        await bot.KeepAsync(SampleRequest.Draft() with { Owner = new("", "Ana") });

        Assert.Empty((await bot.AskAsync(ActivityJson.Search("requests").With("from", null))).Hits);
    }

    [Fact]
    public async Task The_card_tells_a_chat_nothing_that_was_typed_or_written_about_it()
    {
        await using var bot = await RunningBot.StartAsync(ChatSystems.Settings);
        var request = SampleRequest.Full() with
        {
            Version = 1,
            Before = null,
            Entries = new Dictionary<string, Entry>(Lpar)
            {
                ["libraries"] = new("SECRETLIB") { Value = "SECRETLIB" },
                ["note"] = new("because of the audit") { Value = "because of the audit" },
                ["reference"] = new("INC-PRIVATE") { Value = "INC-PRIVATE" },
            },
        };
        await bot.KeepAsync(request);
        var card = Assert.Single((await bot.SearchAsync("requests")).Hits).Card.ToJsonString();

        Assert.All(["RST-7K3QZ9", "T-000001", "LPAR1", "in progress"], told => Assert.Contains(told, card, StringComparison.Ordinal));
        Assert.All(
            [
                "SECRETLIB",
                "audit",
                "INC-PRIVATE",
                "Not today",
                "Tape",
                "desk is closed",
                "Eva",
                "Ana",
                "aad-",
                "token-1",
                request.Id.ToString("N"),
                request.Id.ToString(),
            ],
            kept => Assert.DoesNotContain(kept, card, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Events_are_those_of_the_persons_tenant()
    {
        await using var bot = await RunningBot.StartAsync(ChatSystems.Settings);
        await bot.KeepAsync(SearchBox.Event(1), SearchBox.Event(2, tenant: OtherTenant), SearchBox.Event(3, tenant: null));

        Assert.Equal(["DR FAILOVER · DR-1"], (await bot.SearchAsync("events")).Titles);
        Assert.Equal(["DR FAILOVER · DR-2"], (await bot.SearchAsync("events", tenant: OtherTenant)).Titles);
        foreach (var text in new[] { "DR-2", "DR-3", "SYS2" })
            Assert.Empty((await bot.SearchAsync("events", text)).Hits);
    }

    [Fact]
    public async Task What_was_not_announced_is_not_told_elsewhere_either()
    {
        await using var bot = await RunningBot.StartAsync(ChatSystems.Settings);
        await bot.KeepAsync(SearchBox.Event(1, RecoveryState.Declared) with { AnnouncedAt = null, NextUpdate = null });
        var card = Assert.Single((await bot.SearchAsync("events")).Hits).Card.ToJsonString();

        Assert.Contains("channels have not been told", card, StringComparison.Ordinal);
        Assert.DoesNotContain("The power is gone", card, StringComparison.Ordinal);
    }

    private static Dictionary<string, Entry> Lpar => new() { ["lpar"] = new("LPAR1") { Value = "LPAR1" } };
}
