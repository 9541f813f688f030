using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Security;

/// <summary>An Entra object id is the one identity, and only members of the tenant hold roles.</summary>
public sealed class WhoSomebodyIsTests
{
    private const string Ben = "0B0B0B0B-0000-0000-0000-00000000000B";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("restore PAYLIB on LPAR1 from last night")]
    [InlineData("declare a failover for LPAR1: power is gone")]
    [InlineData("reset MFA for JDOE")]
    [InlineData("approve DR-1")]
    public async Task Without_an_object_id_nobody_files_approves_or_declares(string text)
    {
        await using var bot = await RunningBot.StartAsync(ChatSystems.Settings);
        await bot.DeliverAsync(Anonymous(text));
        Assert.Contains("no Entra object id", Assert.Single(bot.Teams.Messages).Text, StringComparison.Ordinal);
        Assert.Equal(0, await bot.ReadAsync(db => db.RequestAuditEntries.Select(entry => entry.RequestId).Distinct().CountAsync(Cancel)));
        Assert.Empty(await bot.ReadAsync(db => new RecoveryStore(db).OpenAsync(RecoveryStore.AnyTenant, 10, Cancel)));
    }

    [Fact]
    public async Task They_may_ask_and_a_press_is_refused()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.DeliverAsync(Anonymous("who applies PTFs?"));
        Assert.Contains("Updates/Patching", Assert.Single(bot.Teams.Messages).Card.InWords(), StringComparison.Ordinal);

        var press = ActivityJson.Press("request.start", new JsonObject { ["request"] = "restore" }).With("id", "press");
        ((JsonObject)press["from"]!).Remove("aadObjectId");
        var (status, body) = await bot.DeliverAsync(press);
        Assert.Equal((200, true), (status, body?.ToJsonString().Contains("no Entra object id", StringComparison.Ordinal)));
        Assert.Equal(0, await bot.ReadAsync(db => db.RequestAuditEntries.Select(entry => entry.RequestId).Distinct().CountAsync(Cancel)));
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("user", ActivityJson.TenantId, true)]
    [InlineData("guest", null, false)]
    [InlineData("anonymous", null, false)]
    [InlineData(null, "99999999-bbbb-cccc-dddd-eeeeeeeeeeee", false)]
    public async Task A_guest_and_somebody_of_another_tenant_hold_no_role_whatever_settings_list(string? role, string? tenant, bool may)
    {
        await using var bot = await RunningBot.StartAsync([.. ChatSystems.Settings, ("Approvals:Roles:dr-authority:0", Ben)]);
        await bot.Colleague("ana").SaysAsync("declare a failover for LPAR1: power is gone");
        var press = ActivityJson.Press("event.step", new JsonObject
        {
            ["event"] = (await EventAsync(bot)).Id.ToString("N"),
            ["version"] = "1",
            ["to"] = "Approved",
        });
        // However the id is written, it is the same person.
        press["from"] = new JsonObject { ["id"] = "29:ben", ["name"] = "Ben", ["aadObjectId"] = Ben.ToUpperInvariant() }
            .With("userRole", role).With("tenantId", tenant);
        await bot.DeliverAsync(press);
        Assert.Equal(may ? RecoveryState.Approved : RecoveryState.Declared, (await EventAsync(bot)).State);
    }

    private static JsonObject Anonymous(string text)
    {
        var activity = ActivityJson.Message(text);
        ((JsonObject)activity["from"]!).Remove("aadObjectId");
        return activity;
    }

    private static async Task<RecoveryEvent> EventAsync(RunningBot bot) => Assert.Single(
        await bot.ReadAsync(db => new RecoveryStore(db).OpenAsync(RecoveryStore.AnyTenant, 10, Cancel)));
}
