using System.Globalization;
using System.Text;
using ChatOpsBot.Application.Retention;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.People;

/// <summary>
/// After "forget me" nothing of a person is found but what was said to stay: looked for in every row, and in the file itself.
/// </summary>
public sealed class ForgettingTests
{
    // As the display name of whoever is called so in these tests.
    private const string Who = "zacharias";
    private const string Name = "Zacharias";
    private const string Id = "aad-zacharias";
    private const string Typed = "KANARYLIB";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_found_of_somebody_who_only_tried_things_out()
    {
        await using var bot = await RunningBot.StartAsync(("Retention:Pause", "00:00:00"));
        var person = bot.Colleague(Who);
        await person.SendAsync(ChatActivity.Installed(new(ChatPlace.Personal, Who, "en-US"), "1", "add"));
        await person.SaysAsync($"restore {Typed} on LPAR1 from yesterday 22:00");
        Assert.Contains(await DumpAsync(bot), cell => cell.Contains(Name, StringComparison.Ordinal));
        Assert.Contains(await DumpAsync(bot), cell => cell.Contains(Typed, StringComparison.Ordinal));

        await ForgetAsync(bot, person);

        var left = await DumpAsync(bot);
        Assert.DoesNotContain(
            left, cell => cell.Contains(Name, StringComparison.Ordinal) || cell.Contains(Typed, StringComparison.Ordinal));
        Assert.All(left.Where(cell => cell.Contains(Id, StringComparison.Ordinal)), cell => Assert.StartsWith("SeenActivity.Key", cell));
        await TidyAsync(bot);
        Assert.DoesNotContain(Name, FilesOf(bot), StringComparison.Ordinal);
        Assert.DoesNotContain(Typed, FilesOf(bot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_goes_from_what_has_ended_and_others_keep_theirs()
    {
        await using var bot = await RunningBot.StartAsync(("Retention:Pause", "00:00:00"));
        await bot.FiledAsync();
        var person = await FiledAsync(bot);
        await EndAllAsync(bot);

        await ForgetAsync(bot, person);

        await TidyAsync(bot);
        var left = await DumpAsync(bot);
        Assert.DoesNotContain(left, cell => cell.Contains(Name, StringComparison.Ordinal));
        Assert.Contains(
            left, cell => cell.StartsWith("Ticket.Body", StringComparison.Ordinal) && cell.Contains(Id, StringComparison.Ordinal));
        Assert.Contains(
            left, cell => cell.StartsWith("Request.Document", StringComparison.Ordinal) && cell.Contains(Typed, StringComparison.Ordinal));
        Assert.Contains(
            left,
            cell => cell.StartsWith("Request.Document", StringComparison.Ordinal) && cell.Contains("\"Ana\"", StringComparison.Ordinal));
        Assert.DoesNotContain(Name, FilesOf(bot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_open_keeps_the_name_until_it_ends_and_then_it_goes_by_itself()
    {
        await using var bot = await RunningBot.StartAsync(("Retention:Pause", "00:00:00"));
        var person = await FiledAsync(bot);
        await ForgetAsync(bot, person);
        await TidyAsync(bot);
        Assert.Contains(
            await DumpAsync(bot),
            cell => cell.StartsWith("Request.Document", StringComparison.Ordinal) && cell.Contains(Name, StringComparison.Ordinal));

        // What is begun as a newcomer is not meant.
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await person.SaysAsync("backup LPAR2 tonight at 22:00");
        await EndAllAsync(bot);
        await TidyAsync(bot);

        var named = (await DumpAsync(bot)).Where(cell => cell.Contains(Name, StringComparison.Ordinal)).ToList();
        Assert.All(named, cell => Assert.DoesNotContain(Typed, cell, StringComparison.Ordinal));
        Assert.Single(named, cell => cell.StartsWith("Request.Document", StringComparison.Ordinal));
        Assert.DoesNotContain(await DumpAsync(bot), cell => cell.StartsWith("ForgottenPerson", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_taken_back_is_taken_back_at_the_desk_too_however_late_that_hears_of_it()
    {
        await using var bot = await RunningBot.StartAsync(("Retention:Pause", "00:00:00"));
        var person = await FiledAsync(bot);
        bot.Desk.IsDown = true;
        await person.PressesAsync("Withdraw");
        await ForgetAsync(bot, person);
        await TidyAsync(bot);

        bot.Desk.IsDown = false;
        bot.Clock.Advance(TimeSpan.FromMinutes(6));
        await bot.SettleAsync();
        Assert.Equal(TicketState.Closed, Assert.Single(await bot.TicketsAsync()).State);
        await TidyAsync(bot);
        Assert.DoesNotContain(
            await DumpAsync(bot),
            cell => cell.Contains(Name, StringComparison.Ordinal) || cell.StartsWith("ForgottenPerson", StringComparison.Ordinal));
    }

    private static async Task<Colleague> FiledAsync(RunningBot bot)
    {
        var person = bot.Colleague(Who);
        await person.SaysAsync($"restore {Typed} on LPAR1 from yesterday 22:00");
        await person.PressesAsync("Review");
        await person.PressesAsync(Filed.Send);
        await bot.SettleAsync();
        Assert.Contains(
            await DumpAsync(bot),
            cell => cell.StartsWith("Ticket.Body", StringComparison.Ordinal) && cell.Contains(Name, StringComparison.Ordinal));
        return person;
    }

    private static async Task EndAllAsync(RunningBot bot)
    {
        foreach (var ticket in await bot.TicketsAsync())
            await bot.ReadAsync(async db =>
            {
                var book = new ChatOpsBot.Storage.Tickets.DeskBook(db);
                return await book.WriteAsync(bot.Clock.GetUtcNow(), async at =>
                {
                    book.Set((await book.FindAsync(ticket.Number, Cancel))!, TicketState.Closed, "set", "Done.", at);
                    return true;
                }, Cancel);
            });
        await bot.SettleAsync();
    }

    private static async Task ForgetAsync(RunningBot bot, Colleague person)
    {
        await person.SaysAsync("forget me");
        await person.PressesAsync("Yes, forget me");
        await bot.SettleAsync();
    }

    private static async Task TidyAsync(RunningBot bot) =>
        Assert.True(await bot.Services.GetRequiredService<RetentionRound>().TakeAsync(Cancel));

    /// <summary>Every value of every row, after its table and column.</summary>
    private static async Task<IReadOnlyList<string>> DumpAsync(RunningBot bot)
    {
        await using var db = await bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        var tables = db.Model.GetEntityTypes().Select(table => table.GetTableName()!).ToList();
        await using var connection = new SqliteConnection(bot.ConnectionString);
        await connection.OpenAsync(Cancel);
        var cells = new List<string>();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync(Cancel);
            while (await reader.ReadAsync(Cancel))
                cells.AddRange(
                    Enumerable
                        .Range(0, reader.FieldCount)
                        .Select(at => $"{table}.{reader.GetName(at)} {Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture)}"));
        }

        return cells;
    }

    private static string FilesOf(RunningBot bot)
    {
        var file = new SqliteConnectionStringBuilder(bot.ConnectionString).DataSource;
        return string.Concat(new[] { file, file + "-wal" }.Where(File.Exists).Select(path =>
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return Encoding.Latin1.GetString(bytes.ToArray());
        }));
    }
}
