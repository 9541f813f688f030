using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Security;

/// <summary>What becomes of a bot whose SQLite file goes away, and how the file is made.</summary>
public sealed class LostFileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_that_is_deleted_or_replaced_is_noticed_and_nothing_is_said_to_be_saved(bool isReplaced)
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = bot.Colleague("ana");
        await ana.SaysAsync("who applies PTFs?");
        var file = SqliteFile.Of(bot.ConnectionString)!;
        var kept = file + ".kept";
        File.Move(file, kept);
        if (isReplaced)
            File.Copy(kept, file);

        var cards = bot.CardsOf("ana").Count;
        await ana.SaysAsync(Filed.Sentence);
        Assert.Contains("went wrong", ana.Texts[^1], StringComparison.Ordinal);
        Assert.Equal(cards, bot.CardsOf("ana").Count);
        using var ready = await bot.GetAsync("/readyz");
        Assert.Equal(503, (int)ready.StatusCode);
        Assert.Equal(isReplaced, File.Exists(file));
    }

    [Fact]
    public async Task A_missing_table_makes_the_bot_not_ready()
    {
        await using var bot = await RunningBot.StartAsync();
        using (var ready = await bot.GetAsync("/readyz"))
            Assert.Equal(200, (int)ready.StatusCode);
        await bot.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""DROP TABLE "TicketAuditEntry" """, Cancel));
        using var broken = await bot.GetAsync("/readyz");
        Assert.Equal(503, (int)broken.StatusCode);
    }

    [Fact]
    public async Task The_folder_and_the_file_are_for_the_bots_user_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such permissions.");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("chatopsbot-");
        var file = Path.Combine(folder.FullName, "data", "bot.db");
        try
        {
            SqliteFile.Make(file);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(Path.GetDirectoryName(file)!));
            await File.WriteAllTextAsync(file, "kept", Cancel);
            SqliteFile.Make(file);
            Assert.Equal("kept", await File.ReadAllTextAsync(file, Cancel));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
