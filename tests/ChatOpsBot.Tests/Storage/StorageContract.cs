using ChatOpsBot.Domain;
using ChatOpsBot.Storage.Conversations;
using ChatOpsBot.Storage.Inbox;
using ChatOpsBot.Storage.Retention;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Storage;

/// <summary>The places the bot is in, and the activities it has answered.</summary>
public abstract class StorageContract(TestDatabase database) : DatabaseContract(database)
{
    [Fact]
    public async Task The_tables_are_those_of_the_model()
    {
        await using var db = await OpenAsync();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancel));
    }

    [Fact]
    public async Task A_place_is_welcomed_the_first_time_only()
    {
        Assert.True(await ArriveAsync("ops", Monday));
        Assert.False(await ArriveAsync("ops", Monday.AddMinutes(1)));
        Assert.True(await ArriveAsync("dba", Monday));
    }

    [Fact]
    public async Task An_upgrade_that_comes_first_leaves_the_welcome_open()
    {
        Assert.False(await ArriveAsync("ops", Monday, welcome: false));
        Assert.True(await ArriveAsync("ops", Monday.AddDays(1)));
    }

    [Fact]
    public async Task A_place_left_and_entered_again_is_alive_and_not_greeted_twice()
    {
        await ArriveAsync("ops", Monday);
        await using (var db = await OpenAsync())
        {
            await new ConversationStore(db).LeaveAsync("ops", Monday.AddDays(1), Cancel);
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Equal(Monday.AddDays(1), (await ReadAsync("ops")).RemovedAt);
        Assert.False(await ArriveAsync("ops", Monday.AddDays(2)));
        Assert.Null((await ReadAsync("ops")).RemovedAt);
    }

    [Fact]
    public async Task A_later_event_that_knows_less_erases_no_name()
    {
        await ArriveAsync("ops", Monday);
        await using (var db = await OpenAsync())
        {
            var bare = Place("ops");
            bare.TeamName = null;
            bare.InstalledByName = null;
            bare.ServiceUrl = "https://smba.trafficmanager.net/de/";
            await new ConversationStore(db).ArriveAsync(bare, welcome: false, Monday.AddDays(1), Cancel);
            await db.SaveChangesAsync(Cancel);
        }

        var kept = await ReadAsync("ops");
        Assert.Equal("Operations", kept.TeamName);
        Assert.Equal("Ana", kept.InstalledByName);
        Assert.Equal("https://smba.trafficmanager.net/de/", kept.ServiceUrl);
    }

    [Fact]
    public async Task Of_two_who_welcome_a_new_place_at_once_one_loses()
    {
        await using var first = await OpenAsync();
        await using var second = await OpenAsync();
        Assert.True(await new ConversationStore(first).ArriveAsync(Place("ops"), true, Monday, Cancel));
        Assert.True(await new ConversationStore(second).ArriveAsync(Place("ops"), true, Monday, Cancel));

        await first.SaveChangesAsync(Cancel);
        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => second.SaveChangesAsync(Cancel));
        Assert.True(second.IsConcurrencyConflict(fault));
    }

    [Fact]
    public async Task Of_two_who_welcome_a_known_place_at_once_one_loses()
    {
        await ArriveAsync("ops", Monday, welcome: false);
        await using var first = await OpenAsync();
        await using var second = await OpenAsync();
        Assert.True(await new ConversationStore(first).ArriveAsync(Place("ops"), true, Monday.AddDays(1), Cancel));
        Assert.True(await new ConversationStore(second).ArriveAsync(Place("ops"), true, Monday.AddDays(1), Cancel));

        await first.SaveChangesAsync(Cancel);
        var fault = await Assert.ThrowsAnyAsync<DbUpdateException>(() => second.SaveChangesAsync(Cancel));
        Assert.True(second.IsConcurrencyConflict(fault));
    }

    [Fact]
    public async Task An_answered_activity_keeps_its_answer()
    {
        await MarkAsync("chat|1", "{\"status\":200}", Monday);

        await using var db = await OpenAsync();
        var seen = await new SeenActivityStore(db).FindAsync("chat|1", Cancel);
        Assert.Equal("{\"status\":200}", seen?.Reply);
        Assert.Equal(Monday, seen?.At);
        Assert.Null(seen?.SubjectId);
        Assert.Null(await new SeenActivityStore(db).FindAsync("chat|2", Cancel));
    }

    [Fact]
    public async Task An_answered_activity_names_the_request_that_it_changed()
    {
        var request = Guid.NewGuid();
        await CommitAsync(db => new SeenActivityStore(db).Mark("chat|1", null, Monday, Subject.Request(request)));

        await using var db = await OpenAsync();
        Assert.Equal(request, (await new SeenActivityStore(db).FindAsync("chat|1", Cancel))?.SubjectId);
    }

    [Fact]
    public async Task The_same_activity_is_marked_once()
    {
        await MarkAsync("chat|1", null, Monday);

        await using var db = await OpenAsync();
        new SeenActivityStore(db).Mark("chat|1", null, Monday);
        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));
        Assert.True(db.IsConcurrencyConflict(fault));
    }

    [Fact]
    public async Task Nothing_of_a_unit_that_loses_the_race_is_kept()
    {
        await MarkAsync("chat|1", null, Monday);

        await using (var db = await OpenAsync())
        {
            await new ConversationStore(db).ArriveAsync(Place("ops"), true, Monday, Cancel);
            new SeenActivityStore(db).Mark("chat|1", null, Monday);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));
        }

        Assert.True(await ArriveAsync("ops", Monday));
    }

    [Fact]
    public async Task Old_activities_are_forgotten_and_young_ones_kept()
    {
        foreach (var day in Enumerable.Range(0, 10))
            await MarkAsync($"chat|{day}", null, Monday.AddDays(day));

        await using var db = await OpenAsync();
        Assert.Equal(7, await new SmallSweeps(db).ActivitiesAsync(Monday.AddDays(7), most: 100, Cancel));
        var left = await db.SeenActivities.OrderByDescending(seen => seen.At).Select(seen => seen.Key).ToListAsync(Cancel);
        Assert.Equal(["chat|9", "chat|8", "chat|7"], left);
    }

    private static Conversation Place(string id) => new()
    {
        Id = id,
        ConversationId = id,
        Kind = "channel",
        ServiceUrl = "https://smba.trafficmanager.net/emea/",
        BotId = "28:bot",
        TeamName = "Operations",
        InstalledByName = "Ana",
    };

    private async Task<bool> ArriveAsync(string id, DateTimeOffset at, bool welcome = true)
    {
        await using var db = await OpenAsync();
        var first = await new ConversationStore(db).ArriveAsync(Place(id), welcome, at, Cancel);
        await db.SaveChangesAsync(Cancel);
        return first;
    }

    private async Task MarkAsync(string key, string? reply, DateTimeOffset at)
    {
        await using var db = await OpenAsync();
        new SeenActivityStore(db).Mark(key, reply, at);
        await db.SaveChangesAsync(Cancel);
    }

    private async Task<Conversation> ReadAsync(string id)
    {
        await using var db = await OpenAsync();
        return await db.Conversations.SingleAsync(conversation => conversation.Id == id, Cancel);
    }
}
