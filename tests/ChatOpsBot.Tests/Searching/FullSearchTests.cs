using System.Text;
using ChatOpsBot.Cards;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Tests.Cards;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Storage;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Searching;

/// <summary>As many results as there can be, as large as they can be.</summary>
public sealed class FullSearchTests
{
    private const int MostBytes = 80 * 1024;

    /// <summary>Longer than anything is called.</summary>
    private static readonly string Endless = string.Concat(Enumerable.Repeat("Überlänge „<b>“ 語 {{DATE}} ", 100));

    [Theory]
    [InlineData("requests", "en-US")]
    [InlineData("requests", "de-DE")]
    [InlineData("events", "en-US")]
    [InlineData("events", "de-DE")]
    public async Task Full_pages_are_valid_small_and_complete(string command, string locale)
    {
        await using var bot = await RunningBot.StartAsync(ChatSystems.Settings);
        await bot.KeepAsync(Enumerable.Range(0, 60).Select(number => Request(number)));
        await bot.KeepAsync(Enumerable.Range(1, 60).Select(number => Event(number)));

        Assert.Equal(60, (await TitlesAsync(bot, command, locale)).Distinct().Count());
    }

    [Theory]
    [InlineData("requests", "en-US")]
    [InlineData("events", "de-DE")]
    public async Task Pages_stay_small_and_valid_whatever_things_are_called(string command, string locale)
    {
        await using var bot = await RunningBot.StartAsync(ChatSystems.Settings);
        await bot.KeepAsync(Enumerable.Range(0, 30).Select(number => Request(number, Endless)));
        await bot.KeepAsync(Enumerable.Range(1, 30).Select(number => Event(number, "ÜBERLANGER_NAME_EINER_LPAR_ÜÜÜÜÜÜÜÜ")));

        Assert.NotEmpty(await TitlesAsync(bot, command, locale));
    }

    private static async Task<List<string>> TitlesAsync(RunningBot bot, string command, string locale)
    {
        List<string> titles = [];
        for (var skip = 0; skip < 75; skip += 25)
        {
            var found = await bot.AskAsync(ActivityJson.Search(command, "", skip).From("ana").With("locale", locale));
            titles.AddRange(found.Titles);
            Assert.InRange(Encoding.UTF8.GetByteCount(found.Body!.ToJsonString()), 1, MostBytes);
            Assert.All(found.Hits, hit => Assert.InRange(Encoding.UTF8.GetByteCount(hit.Card.ToJsonString()), 1, CardLimits.Bytes));
            Assert.All(found.Hits, hit => Assert.Null(hit.Card["actions"]));
            Assert.All(found.Hits, hit => Assert.DoesNotContain('<', hit.Title + hit.Text));
            foreach (var hit in found.Hits.Take(11))
                await CardSchema.AssertValidAsync(hit.Card);
        }

        return titles;
    }

    [Fact]
    public async Task Open_events_come_before_those_that_are_over_and_the_newest_first()
    {
        await using var bot = await RunningBot.StartAsync(ChatSystems.Settings);
        await bot.KeepAsync(
            SearchBox.Event(1),
            SearchBox.Event(2, RecoveryState.Closed),
            SearchBox.Event(3, RecoveryState.Stable),
            SearchBox.Event(4, RecoveryState.Cancelled, RecoveryKind.Drill));

        Assert.Equal(
            ["DR FAILOVER · DR-3", "DR FAILOVER · DR-1", "DRILL · DR-4", "DR FAILOVER · DR-2"], (await bot.SearchAsync("events")).Titles);
        Assert.Equal(["DR FAILOVER · DR-2"], (await bot.SearchAsync("events", "closed")).Titles);
        Assert.Equal(["DR FAILOVER · DR-1"], (await bot.SearchAsync("events", "dr1")).Titles);
        Assert.Equal(["DRILL · DR-4"], (await bot.SearchAsync("events", "drill SYS4D")).Titles);
    }

    /// <summary>Of more than are read for a list, the one that is named is found all the same.</summary>
    [Fact]
    public async Task A_named_one_is_found_however_old_it_is()
    {
        await using var bot = await RunningBot.StartAsync(ChatSystems.Settings);
        var oldest = SampleRequest.Draft("RST-K00029") with { ChangedAt = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        await bot.KeepAsync(Enumerable.Range(0, 110).Select(number => Request(number)).Append(oldest));
        await bot.KeepAsync(Enumerable.Range(1, 110).Select(number => Event(number)));

        Assert.Equal(["RST-K00029 · Restore from a backup"], (await bot.SearchAsync("requests", "rst k00029")).Titles);
        Assert.EndsWith(" · DR-1", (await bot.SearchAsync("events", "dr-1")).Titles.First(), StringComparison.Ordinal);
    }

    /// <param name="name">What everything in it is called.</param>
    private static Request Request(int number, string name = "A_LONG_NAME_FOR_AN_LPAR") => SampleRequest.Full() with
    {
        Id = Guid.NewGuid(),
        Key = $"RST-{number:D6}",
        Version = 1,
        Before = null,
        ChangedAt = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero).AddMinutes(number),
        Entries = new Dictionary<string, Entry>
        {
            ["lpar"] = new(name) { Value = name },
            ["libraries"] = new(name) { Value = string.Join('\n', Enumerable.Repeat(name, 20)) },
        },
        Ticket = new($"INC{number:D20}", (TicketState)(number % 5), new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)) { Note = Endless },
    };

    private static RecoveryEvent Event(int number, string name = "A_LONG_NAME_FOR_AN_LPAR")
    {
        var drEvent = SearchBox.Event(number, (RecoveryState)(number % 11), (RecoveryKind)(number % 3));
        return drEvent with
        {
            Systems = [.. Enumerable.Range(0, 4).Select(at => new RecoveryPair($"S{number}N{at}{name}", $"S{number}D{at}{name}"))],
            Timeline =
            [
                .. Enumerable
                    .Range(0, 10)
                    .Select(at =>
                        drEvent.Timeline[0] with
                        {
                            Text = Endless,
                            At = drEvent.DeclaredAt.AddMinutes(at),
                            By = new("x", "Ana-Sofia Überlingen-Großmann (Operations)"),
                        }),
            ],
        };
    }
}
