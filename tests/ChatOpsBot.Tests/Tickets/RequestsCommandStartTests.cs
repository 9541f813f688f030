using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ChatOpsBot.Tests.Tickets;

/// <summary>Where there is no desk to look at, the command says what to do, and makes nothing.</summary>
public sealed class RequestsCommandStartTests : IAsyncDisposable
{
    private readonly SqliteDatabase _database = new();

    private (string, string) Database => ("Storage__ConnectionString", _database.ConnectionString);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Without_a_database_it_says_so_and_makes_none()
    {
        var (code, output, errors) = await BotProcess.RunAsync(["requests", "list"], "", Database);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("There is no database at ", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_database.File));
    }

    [Fact]
    public async Task An_older_database_is_left_as_it_is()
    {
        await using (var old = _database.Open())
            await old.GetService<IMigrator>().MigrateAsync("Start", TestContext.Current.CancellationToken);

        var (code, _, errors) = await BotProcess.RunAsync(["requests", "list"], "", Database);
        Assert.Equal(2, code);
        Assert.StartsWith("The database is from an older version of the bot.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_database_is_named()
    {
        await File.WriteAllTextAsync(_database.File, "This is a text and no database.", TestContext.Current.CancellationToken);
        var (code, _, errors) = await BotProcess.RunAsync(["requests", "list"], "", Database);
        Assert.Equal(2, code);
        Assert.StartsWith("The database cannot be used: ", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named()
    {
        // Port 1 is reserved (IANA: tcpmux), so nothing listens there.
        var (code, output, errors) = await BotProcess.RunAsync(
            ["requests", "list"],
            "",
            ("Storage__Provider", "PostgreSql"),
            ("Storage__ConnectionString", "Host=127.0.0.1;Port=1;Username=bot;Database=bot"));
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("The database cannot be used: ", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task The_database_that_a_settings_file_names_is_used()
    {
        await (await _database.OpenAsync()).DisposeAsync();
        var settings = Path.Combine(Path.GetDirectoryName(_database.File)!, "settings.json");
        var content = new JsonObject { ["Storage"] = new JsonObject { ["ConnectionString"] = _database.ConnectionString } };
        await File.WriteAllTextAsync(settings, content.ToJsonString(), TestContext.Current.CancellationToken);
        Assert.Equal((0, "No tickets.\n", ""), await BotProcess.RunAsync(["requests", "list", "--settings", settings]));
    }

    [Fact]
    public async Task Wrong_settings_are_named()
    {
        var (code, _, errors) = await BotProcess.RunAsync(
            ["requests", "list"], "", ("Storage__Provider", "PostgreSql"), ("Desk__TimeLimit", "00:00:00"));
        Assert.Equal(2, code);
        Assert.Contains("Storage:ConnectionString is missing", errors, StringComparison.Ordinal);
        Assert.Contains("Desk:TimeLimit", errors, StringComparison.Ordinal);
    }
}
