using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Tickets;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Tickets;

/// <summary>The files of tickets, as somebody at the desk gets them.</summary>
public sealed class RequestsSaveTests : IAsyncLifetime
{
    private const string Name = "RST-7K3QZ9-1-job.log";

    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 1500).Select(at => (byte)at)];

    private readonly SqliteDatabase _database = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-save-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Saved => Path.Combine(_folder.FullName, Name);

    public async ValueTask InitializeAsync()
    {
        await using var db = await _database.OpenAsync();
        await FileAsync(db, Name);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return _database.DisposeAsync();
    }

    [Fact]
    public async Task The_files_of_a_ticket_are_listed_with_it()
    {
        var (code, output, _) = await RequestsAsync("show", "1");
        Assert.Equal(0, code);
        Assert.All((string[])[Name, "text/plain", "1,500", "2026-11-23 08:30"], part => Assert.Contains(part, output, StringComparison.Ordinal));

        var sheet = JsonNode.Parse((await RequestsAsync("show", "1", "--json")).Output)!;
        var file = (JsonObject)Assert.Single(sheet["files"]!.AsArray())!;
        Assert.Equal(["name", "content_type", "size", "sha256", "at"], file.Select(field => field.Key));
        Assert.Equal((Name, 1500, 64), ((string)file["name"]!, (int)file["size"]!, ((string)file["sha256"]!).Length));
    }

    [Fact]
    public async Task A_file_is_saved_as_it_came_and_never_over_another()
    {
        Assert.Equal((0, $"{Saved}\n", ""), await SaveAsync(Name));
        Assert.Equal(Bytes, await File.ReadAllBytesAsync(Saved, Cancel));

        await File.WriteAllTextAsync(Saved, "mine", Cancel);
        var (code, output, errors) = await SaveAsync(Name);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("already exists. Choose another folder with --folder.", errors, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Saved, Cancel));
        Assert.Equal([Saved], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_not_made()
    {
        var (code, _, errors) = await RequestsAsync("save", "1", Name, "--folder", Path.Combine(_folder.FullName, "more"));
        Assert.Equal(2, code);
        Assert.Contains("does not exist", errors, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Fact]
    public async Task A_file_or_a_ticket_that_nobody_has_is_answered_with_what_there_is()
    {
        Assert.Equal((1, "", $"T-000001 has no file 'job.log'. It has: {Name}\n"), await SaveAsync("job.log"));
        Assert.Equal(1, (await RequestsAsync("save", "T-9", Name)).Code);
    }

    [Theory]
    [InlineData("../job.log")]
    [InlineData("/job.log")]
    [InlineData("..")]
    [InlineData("job.log:stream")]
    public async Task A_name_that_leads_elsewhere_is_not_followed(string name)
    {
        await using (var db = await _database.OpenAsync())
            await FileAsync(db, name);
        var (code, output, errors) = await RequestsAsync("save", "T-000002", name, "--folder", _folder.FullName);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("none that can be saved", errors, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    private static Task<Ticket> FileAsync(BotDb db, string name)
    {
        var book = new DeskBook(db);
        return book.WriteAsync(
            new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero),
            async at =>
            {
                var key = name == Name ? "RST-7K3QZ9" : "RST-AAAAA2";
                var ticket = await book.OpenAsync(new(key, "restore", $"[{key}] Restore", "LPAR: LPAR1", Severity.Medium), at, Cancel);
                book.Attach(ticket, new(name, "text/plain", Bytes), at);
                return ticket;
            },
            Cancel);
    }

    private Task<(int Code, string Output, string Errors)> SaveAsync(string name) =>
        RequestsAsync("save", "T-000001", name, "--folder", _folder.FullName);

    private Task<(int Code, string Output, string Errors)> RequestsAsync(params string[] arguments) =>
        BotProcess.RunAsync(["requests", .. arguments], "", ("Storage__ConnectionString", _database.ConnectionString));
}
