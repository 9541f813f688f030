using System.Globalization;
using System.Text.Json.Nodes;
using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Storage;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Auditing;

/// <summary>The audit trail as an auditor at a terminal and a script see it.</summary>
public sealed class AuditCommandTests : IAsyncLifetime
{
    private const string Formula = "=cmd|' /C calc'!A0";

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);

    private readonly SqliteDatabase _database = new();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await (await _database.OpenAsync()).DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task An_empty_chain_is_intact()
    {
        Assert.Equal((0, $"--head {new string('0', 64)} --entries 0\n", ""), await AuditAsync("head"));
        Assert.Equal(
            (0, $"The audit chain is intact: 0 entries.\nHead: {new string('0', 64)}\n", ""), await AuditAsync("verify"));
        Assert.Equal((0, "", ""), await AuditAsync("export"));
    }

    [Fact]
    public async Task What_head_says_is_what_verify_takes()
    {
        await FillAsync();
        var (code, head, _) = await AuditAsync("head");
        Assert.Equal(0, code);
        Assert.Equal(4, (int)JsonNode.Parse((await AuditAsync("head", "--json")).Output)!["entries"]!);
        Assert.Equal(0, (await AuditAsync(["verify", .. head.Trim().Split(' ')])).Code);

        var (wrong, output, _) = await AuditAsync("verify", "--entries", "9", "--head", new string('a', 64));
        Assert.Equal(1, wrong);
        Assert.Contains(
            "BROKEN at entry 5 (truncated): entry 5 is missing: there are 4 entries, and the anchor was taken at 9.",
            output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_entry_is_named_and_the_exit_code_says_so()
    {
        await FillAsync();
        await using (var db = _database.Open())
            await db.AuditChainEntries.Where(entry => entry.Sequence == 3)
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.What, "approved"), Cancel);
        var (code, output, errors) = await AuditAsync("verify");
        Assert.Equal((1, ""), (code, errors));
        Assert.StartsWith(
            "BROKEN at entry 3 (wrong-hash): its hash does not fit what it says.\nEntries in order before that: 2.\n",
            output,
            StringComparison.Ordinal);

        var json = JsonNode.Parse((await AuditAsync("verify", "--json")).Output)!;
        Assert.Equal((false, 2, 3, "wrong-hash"), (
            (bool)json["intact"]!, (int)json["entries"]!, (int)json["fault"]!["entry"]!, (string?)json["fault"]!["kind"]));
    }

    [Fact]
    public async Task Entries_are_exported_with_all_that_is_hashed_of_them()
    {
        await FillAsync();
        var lines = Lines((await AuditAsync("export")).Output);
        Assert.Equal([1, 2, 3, 4], lines.Select(line => (int)line["sequence"]!));
        var line = lines[2];
        Assert.Equal(
            ("request", "RST-BBBBB2", 1, "started", "aad-eva", "Eva", "2026-11-24T08:30:00.123456Z"),
            (
                (string?)line["subject_kind"], (string?)line["subject"], (int)line["version"]!, (string?)line["what"],
                (string?)line["by_id"], (string?)line["by"], (string?)line["at"]));
        Assert.Equal(
            (string?)line["by_commitment"],
            Convert.ToHexStringLower(AuditEncoding.Commit(Convert.FromHexString((string)line["by_salt"]!), "Eva")));
        Assert.Equal((string?)lines[1]["hash"], (string?)line["previous_hash"]);
    }

    [Theory]
    [InlineData("2", "--subject", "rst-aaaaa2")]
    [InlineData("3 4", "--since", "2026-11-24")]
    [InlineData("3", "--since", "2026-11-24", "--until", "2026-11-25T08:30Z")]
    [InlineData("1 2", "--until", "2026-11-24T09:30:00.123456+01:00")]
    [InlineData("", "--subject", "DR-1")]
    public async Task Entries_are_exported_by_subject_and_by_time(string sequences, params string[] options)
    {
        await FillAsync();
        Assert.Equal(
            sequences, string.Join(' ', Lines((await AuditAsync(["export", .. options])).Output).Select(line => (int)line["sequence"]!)));
    }

    [Fact]
    public async Task A_spreadsheet_reads_it_and_takes_nothing_for_a_formula()
    {
        await FillAsync();
        var (code, output, _) = await AuditAsync("export", "--format", "csv");
        Assert.Equal(0, code);
        Assert.StartsWith(
            "sequence,at,subject_kind,subject,version,what,by_id,by,detail,erased_by,erased,by_id_salt,",
            output,
            StringComparison.Ordinal);
        using var csv = new CsvReader(new StringReader(output), CultureInfo.InvariantCulture);
        var rows = csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(("4", "'" + Formula), (rows[3]["sequence"], rows[3]["detail"]));
    }

    [Fact]
    public async Task A_file_is_written_whole_and_never_over_another()
    {
        await FillAsync();
        var file = Path.Combine(_folder.FullName, "audit.jsonl");
        var (code, output, errors) = await AuditAsync("export", "--output", file);
        Assert.Equal((0, "", file + "\n"), (code, output, errors));
        Assert.Equal((await AuditAsync("export")).Output, await File.ReadAllTextAsync(file, Cancel));

        (code, output, errors) = await AuditAsync("export", "--output", file);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("already exists. Choose another name with --output.", errors, StringComparison.Ordinal);
        Assert.Equal(2, (await AuditAsync("export", "--output", Path.Combine(_folder.FullName, "none", "audit.jsonl"))).Code);

        // More than the column's type holds: the reading ends in the middle.
        await using (var db = _database.Open())
            await db.Database.ExecuteSqlAsync($"""UPDATE "AuditChainEntry" SET "Version" = 99999999999 WHERE "Sequence" = 4""", Cancel);
        Assert.NotEqual(0, (await AuditAsync("export", "--output", file + "2")).Code);
        Assert.Equal(["audit.jsonl"], _folder.GetFiles().Select(it => it.Name));
    }

    [Theory]
    [InlineData("--head and --entries are only valid together.", "verify", "--entries", "3")]
    [InlineData("--head must be a hash of 64 hexadecimal digits.", "verify", "--entries", "3", "--head", "abc")]
    [InlineData("'yesterday' is not a time; times look like 2026-11-23 or 2026-11-23T08:30Z.", "export", "--since", "yesterday")]
    public async Task What_cannot_be_understood_is_told_in_one_line(string told, params string[] arguments) =>
        Assert.Equal((2, "", told + "\n"), await AuditAsync(arguments));

    private static List<JsonObject> Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (JsonObject)JsonNode.Parse(line)!)];

    private Task<(int Code, string Output, string Errors)> AuditAsync(params string[] arguments) =>
        BotProcess.RunAsync(["audit", .. arguments], "", ("Storage__ConnectionString", _database.ConnectionString));

    private async Task FillAsync()
    {
        await using var db = _database.Open();
        var store = new RequestStore(db);
        var later = Monday.AddDays(1).AddTicks(1_234_567);
        await store.PutAsync(SampleRequest.Draft("RST-AAAAA2"), new("started", SampleRequest.Ana), null, Monday, Cancel);
        await store.PutAsync(SampleRequest.Draft("RST-BBBBB2"), new("started", SampleRequest.Eva), null, later, Cancel);
        db.Audit(new(AuditSubjects.Role, "dr-operator", "granted", Monday.AddDays(2)) { By = SampleRequest.Ana, Detail = Formula });
        await db.SaveChangesAsync(Cancel);
    }
}
