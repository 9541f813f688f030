using ChatOpsBot.Application.Turns;
using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Host;

/// <summary>A question of somebody without requests reads nothing; whatever could matter is read.</summary>
public sealed class PeopleWithoutRequestsTests
{
    [Fact]
    public async Task The_second_question_of_somebody_without_requests_opens_no_connection()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = bot.Colleague("ana");
        await ana.SaysAsync("who applies PTFs?");
        var quiet = bot.Services.GetRequiredService<PeopleWithoutRequests>();
        Assert.True(quiet.Knows("aad-ana"));
        Assert.False(quiet.Knows("aad-ben"));

        // Without tables, whatever is read fails.
        await bot.ReadAsync(async db => await db.Database.ExecuteSqlRawAsync(
            """ALTER TABLE "SeenActivity" RENAME TO "Away" """, TestContext.Current.CancellationToken));
        await ana.SaysAsync("who renews Windows licences?");
        Assert.DoesNotContain(ana.Texts, text => text.Contains("went wrong", StringComparison.Ordinal));
        await bot.Colleague("ben").SaysAsync("who applies PTFs?");
        Assert.Contains("went wrong", bot.Colleague("ben").Texts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_known_to_the_next_message()
    {
        await using var bot = await RunningBot.StartAsync(ChatSystems.Settings);
        var ana = bot.Colleague("ana");
        await ana.SaysAsync("who applies PTFs?");
        await ana.SaysAsync("restore PAYLIB on LPAR1 from last night");
        Assert.False(bot.Services.GetRequiredService<PeopleWithoutRequests>().Knows("aad-ana"));
        await ana.SaysAsync("cancel");
        Assert.Contains("cancel", ana.Card.Card.InWords(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_is_saved_meanwhile_counts_more_than_what_was_found()
    {
        var quiet = Quiet(StorageProvider.Sqlite);
        var look = quiet.Look();
        using (quiet.Changing(["aad-ana"]))
        {
            quiet.Found("aad-ana", look);
            quiet.Found("aad-ana", quiet.Look());
            Assert.False(quiet.Knows("aad-ana"));
        }

        quiet.Found("aad-ana", look);
        Assert.False(quiet.Knows("aad-ana"));
        quiet.Found("aad-ana", quiet.Look());
        Assert.True(quiet.Knows("aad-ana"));
    }

    [Fact]
    public void Where_other_instances_write_nobody_is_known()
    {
        var quiet = Quiet(StorageProvider.PostgreSql);
        quiet.Found("aad-ana", quiet.Look());
        Assert.False(quiet.Knows("aad-ana"));
    }

    private static PeopleWithoutRequests Quiet(StorageProvider provider) =>
        new(Options.Create(new StorageOptions { Provider = provider }), new FakeTimeProvider());
}
