using ChatOpsBot.Application.People.Roles;
using ChatOpsBot.Domain.People.Roles;
using ChatOpsBot.Storage.People;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Tests.Security;

/// <summary>Groups of Entra ID that hold roles: whoever is in one has the role, as long as the bot can know that.</summary>
public sealed class GroupTests
{
    private static readonly Guid Leads = new("11111111-aaaa-4bbb-8ccc-000000000001");
    private static readonly string Ben = Id(2);
    private static readonly string Dora = Id(4);

    private static int _ids = 9000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_in_a_group_of_the_settings_has_its_role_until_Entra_says_otherwise()
    {
        await using var graph = await FakeGraph.StartAsync();
        graph.Set(Leads, "Restore leads", [("user", Ben), ("group", Id(7)), ("device", Id(8)), ("user", Dora.ToUpperInvariant())]);
        await using var bot = await StartAsync(graph, ("Approvals:Groups:restore-approver:0", $"{Leads}"));
        Assert.Equal(["aad-carla"], Held(bot));

        await Groups(bot).RefreshAsync(Cancel);
        Assert.Equal(["aad-carla", Ben, Dora], Held(bot));

        graph.Set(Leads, "Restore leads", Dora);
        await Groups(bot).RefreshAsync(Cancel);
        Assert.Equal(["aad-carla", Ben, Dora], Held(bot));
        bot.Clock.Advance(TimeSpan.FromMinutes(5));
        await Groups(bot).RefreshAsync(Cancel);
        Assert.Equal(["aad-carla", Dora], Held(bot));
    }

    [Fact]
    public async Task Every_page_is_read_and_no_more_people_than_a_role_is_for()
    {
        await using var graph = await FakeGraph.StartAsync();
        graph.PageSize = 50;
        graph.Set(Leads, "Restore leads", [.. Enumerable.Range(100, 200).Select(Id)]);
        await using var bot = await StartAsync(graph, ("Approvals:Groups:restore-approver:0", $"{Leads}"));
        await Groups(bot).RefreshAsync(Cancel);
        Assert.Equal(201, Held(bot).Count);

        graph.Set(Leads, "Everybody", [.. Enumerable.Range(100, 201).Select(Id)]);
        bot.Clock.Advance(TimeSpan.FromMinutes(5));
        await Groups(bot).RefreshAsync(Cancel);
        Assert.Equal(["aad-carla"], Held(bot));
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(401, "{}")]
    [InlineData(403, "{}")]
    [InlineData(302, "")]
    [InlineData(200, "<html>")]
    [InlineData(200, "{}")]
    [InlineData(200, "{\"value\":[],\"@odata.nextLink\":\"http://elsewhere.example/v1.0\"}")]
    public async Task Without_a_good_answer_what_was_read_counts_for_an_hour_and_then_nobody_has_the_role(int status, string body)
    {
        await using var graph = await FakeGraph.StartAsync();
        graph.Set(Leads, "Restore leads", Ben);
        await using var bot = await StartAsync(graph, ("Approvals:Groups:restore-approver:0", $"{Leads}"));
        await Groups(bot).RefreshAsync(Cancel);

        graph.Instead = http =>
        {
            (http.Response.StatusCode, http.Response.ContentType) = (status, "application/json");
            http.Response.Headers.Location = "http://elsewhere.example/";
            return http.Response.WriteAsync(body);
        };
        bot.Clock.Advance(TimeSpan.FromMinutes(59));
        await Groups(bot).RefreshAsync(Cancel);
        Assert.Equal(["aad-carla", Ben], Held(bot));
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await Groups(bot).RefreshAsync(Cancel);
        Assert.Equal(["aad-carla"], Held(bot));

        graph.Instead = null;
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await Groups(bot).RefreshAsync(Cancel);
        Assert.Equal(["aad-carla", Ben], Held(bot));
    }

    [Fact]
    public async Task A_group_that_is_deleted_gives_nobody_the_role_from_then_on()
    {
        await using var graph = await FakeGraph.StartAsync();
        graph.Set(Leads, "Restore leads", Ben);
        await using var bot = await StartAsync(graph, ("Approvals:Groups:restore-approver:0", $"{Leads}"));
        await Groups(bot).RefreshAsync(Cancel);
        graph.Remove(Leads);
        bot.Clock.Advance(TimeSpan.FromMinutes(5));
        await Groups(bot).RefreshAsync(Cancel);
        Assert.Equal(["aad-carla"], Held(bot));
    }

    [Fact]
    public async Task An_administrator_grants_a_role_to_a_group_and_takes_it_away_while_Entra_is_down()
    {
        await using var graph = await FakeGraph.StartAsync();
        graph.Set(Leads, "Restore leads", Ben, Dora);
        await using var bot = await StartAsync(graph);
        Assert.Equal(
            "Group Restore leads now has the role restore-approver. In it now: 2 people. Later changes in Entra count here within minutes.",
            await SaysAsync(bot, "ada", $"@bot please grant restore-approver to the group {Leads}"));
        Assert.Equal(["aad-carla", Ben, Dora], Held(bot));
        var grant = Assert.Single(await bot.ReadAsync(db => new RoleStore(db).AllAsync(Cancel)));
        Assert.True(grant.IsGroup);
        Assert.Equal(
            "Group Restore leads already has the role restore-approver.",
            await SaysAsync(bot, "ada", $"@bot grant restore-approver to group {Leads}"));

        await SaysAsync(bot, "eve", "@bot who has the role restore-approver?");
        Assert.Contains("• Group Restore leads · 2 people · granted", bot.Teams.Messages[^1].Card.InWords(), StringComparison.Ordinal);
        Assert.Equal(
            $"Account {Ben} has the role restore-approver only as a member of Group Restore leads. Take them out of the group in Entra, "
                + "or revoke the role from the group.",
            await SaysAsync(bot, "ada", $"@bot revoke restore-approver from {Ben}"));

        graph.Instead = http => Task.FromException(new IOException());
        Assert.Equal(
            "Group Restore leads no longer has the role restore-approver.",
            await SaysAsync(bot, "ada", $"@bot revoke restore-approver from group {Leads}"));
        Assert.Equal(["aad-carla"], Held(bot));
    }

    [Theory]
    [InlineData("@bot grant restore-approver to group Restore leads", "Several groups can be called Restore leads.")]
    [InlineData("@bot grant restore-approver to group 22222222-aaaa-4bbb-8ccc-000000000001", "Entra knows no group with the object id")]
    [InlineData("@bot gib der Gruppe Leiter die Rolle restore-approver", "Mehrere Gruppen können Leiter heißen.")]
    public async Task A_group_is_meant_by_its_object_id(string said, string answer)
    {
        await using var graph = await FakeGraph.StartAsync();
        await using var bot = await StartAsync(graph);
        Assert.Contains(answer, await SaysAsync(bot, "ada", said), StringComparison.Ordinal);
        Assert.Empty(await bot.ReadAsync(db => new RoleStore(db).AllAsync(Cancel)));
    }

    [Theory]
    [InlineData(403, "the Microsoft Graph permission GroupMember.Read.All")]
    [InlineData(503, "Entra did not tell me in time")]
    public async Task Where_the_group_cannot_be_read_nothing_is_granted(int status, string answer)
    {
        await using var graph = await FakeGraph.StartAsync();
        graph.Set(Leads, "Restore leads", Ben);
        graph.Instead = http =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        await using var bot = await StartAsync(graph);
        Assert.Contains(
            answer, await SaysAsync(bot, "ada", $"@bot grant restore-approver to group {Leads}"), StringComparison.Ordinal);
        Assert.Empty(await bot.ReadAsync(db => new RoleStore(db).AllAsync(Cancel)));
    }

    [Fact]
    public async Task Nobody_gives_a_role_to_a_group_they_are_in()
    {
        await using var graph = await FakeGraph.StartAsync();
        await using var bot = await StartAsync(graph, ("Approvals:Roles:administrator:1", Ben));
        graph.Set(Leads, "Restore leads", Ben);
        var said = ChatActivity.Said(new ChatPlace("#dr", "ben", "en-US"), "1", $"@bot grant restore-approver to group {Leads}");
        said["from"]!["aadObjectId"] = Ben;
        await bot.DeliverAsync(said);
        Assert.Contains("nobody can give themselves a role", bot.Teams.Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_who_is_listed_by_name_stays_whatever_groups_there_are()
    {
        await using var graph = await FakeGraph.StartAsync();
        graph.Set(Leads, "Administrators", Dora);
        await using var bot = await RunningBot.StartAsync(
            ("Teams:GraphAddress", graph.Address), ("Approvals:Groups:administrator:0", $"{Leads}"));
        await Groups(bot).RefreshAsync(Cancel);
        Assert.Equal("Ben now has the role administrator.", await SaysAsync(bot, "dora", "@bot make @ben administrator", Dora));
        Assert.Contains(
            "Ben is the only administrator.", await SaysAsync(bot, "dora", "@bot revoke administrator from @ben", Dora), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_reads_each_group()
    {
        await using var graph = await FakeGraph.StartAsync();
        graph.Set(Leads, "Restore leads", Ben, Dora);
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (_, output, _) = await BotProcess.RunAsync(
                ["--dev", "doctor"],
                "",
                ("Storage__ConnectionString", $"Data Source={Path.Combine(folder.FullName, "bot.db")};Pooling=false"),
                ("Teams__GraphAddress", graph.Address),
                ("Approvals__Groups__restore_approver__0", $"{Leads}"),
                ("Approvals__Groups__pam_approver__0", Id(9)));
            Assert.Contains($"ok    groups: 2 people are in Restore leads ({Leads}).", output, StringComparison.Ordinal);
            Assert.Contains($"groups: Entra has no group with the object id {Id(9)}.", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("dr-leads", "x", "Approvals:Groups:dr-leads is not a role.")]
    [InlineData("dr-authority", "DR leads", "Approvals:Groups:dr-authority holds 'DR leads', which is not an Entra object id")]
    public async Task Settings_that_name_no_group_are_refused(string role, string group, string told)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningBot.StartAsync(($"Approvals:Groups:{role}:0", group)));
        Assert.Contains(fault.Failures, failure => failure.Contains(told, StringComparison.Ordinal));
    }

    private static Task<RunningBot> StartAsync(FakeGraph graph, params (string, string)[] settings) => RunningBot.StartAsync(
    [
        ("Teams:GraphAddress", graph.Address),
        ("Approvals:RequiredFor:0", "restore"),
        ("Approvals:Roles:restore-approver:0", "aad-carla"),
        ("Approvals:Roles:administrator:0", "aad-ada"),
        .. settings,
    ]);

    private static string Id(int number) => $"{new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10):D}";

    private static RoleGroups Groups(RunningBot bot) => bot.Services.GetRequiredService<RoleGroups>();

    private static IReadOnlyList<string> Held(RunningBot bot) => bot.Services.GetRequiredService<RoleDictionary>()["restore-approver"];

    private static async Task<string> SaysAsync(RunningBot bot, string who, string said, string? id = null)
    {
        var activity = ChatActivity.Said(new ChatPlace("#dr", who, "en-US"), $"{Interlocked.Increment(ref _ids)}", said);
        if (id is not null)
            activity["from"]!["aadObjectId"] = id;
        await bot.DeliverAsync(activity);
        return bot.Teams.Messages[^1].Text ?? "";
    }
}
