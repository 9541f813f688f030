using System.Text.Json.Nodes;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.People;

/// <summary>What is stored about a person, as whoever answers a formal request sees it.</summary>
public sealed class PersonCommandTests : IAsyncLifetime
{
    // By the real clock, which the command goes by.
    private static readonly DateTimeOffset LastWeek = TimeProvider.System.GetUtcNow().AddDays(-7);

    private readonly SqliteDatabase _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var db = await _database.OpenAsync();
        var store = new RequestStore(db);
        await store.PutAsync(SampleRequest.Draft("RST-AAAAA2"), new("started", SampleRequest.Ana), null, LastWeek, Cancel);
        var rejected = SampleRequest.Full() with { Key = "RST-BBBBB2", State = RequestState.Rejected, Version = 1 };
        await store.PutAsync(rejected, new("rejected", SampleRequest.Eva), "{}", LastWeek, Cancel);
        await db.SaveChangesAsync(Cancel);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Everything_comes_as_one_object_and_nothing_of_others()
    {
        var (code, output, errors) = await PersonAsync("aad-eva", "--json");
        Assert.Equal((0, ""), (code, errors));
        var tables = JsonNode.Parse(output)!["tables"]!.AsObject();
        Assert.Equal(["Request", "RequestAuditEntry", "AuditChainEntry"], tables.Select(table => table.Key));
        Assert.Equal("RST-BBBBB2", (string?)Assert.Single(tables["Request"]!.AsArray())!["Key"]);
        Assert.Equal("Not today.", (string?)tables["Request"]![0]!["Document"]!["decisions"]![0]!["reason"]);
    }

    [Fact]
    public async Task Nobody_is_known_by_name()
    {
        var (code, output, errors) = await PersonAsync("Ana");
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("Entra object id", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_id_is_nobodys()
    {
        var (code, output, errors) = await PersonAsync("", "--forget", "--yes");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("The id is empty.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_is_known_however_it_is_written()
    {
        Person dora = new("6f1c1f0e-0000-4000-8000-00000000abcd", "Dora");
        await using (var db = _database.Open())
        {
            await new RequestStore(db).PutAsync(
                SampleRequest.Draft("RST-CCCCC2") with
                {
                    Owner = dora,
                },
                new("started", dora),
                null,
                LastWeek,
                Cancel);
            await db.SaveChangesAsync(Cancel);
        }

        foreach (var typed in new[] { dora.Id.ToUpperInvariant(), $"{{{dora.Id}}}", $" {dora.Id} " })
            Assert.Contains("RST-CCCCC2", (await PersonAsync(typed)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgetting_is_tried_first_and_done_when_it_is_meant()
    {
        var (_, trial, _) = await PersonAsync("aad-ana", "--forget");
        Assert.Contains("Deleted: 1 x draft, never sent.", trial, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", trial, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync());

        Assert.Contains("Done.", (await PersonAsync("aad-ana", "--forget", "--yes")).Output, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync());
        var (_, left, _) = await PersonAsync("aad-ana", "--json");
        Assert.DoesNotContain("\"Ana\"", left, StringComparison.Ordinal);
        Assert.Contains("\"Eva\"", left, StringComparison.Ordinal);
        Assert.Equal(2, (await PersonAsync("aad-ana", "--yes")).Code);
    }

    private async Task<int> CountAsync()
    {
        await using var db = _database.Open();
        return (await new RequestStore(db).OwnAsync("aad-ana", 10, Cancel)).Count;
    }

    private Task<(int Code, string Output, string Errors)> PersonAsync(params string[] arguments) =>
        BotProcess.RunAsync(["person", .. arguments], "", ("Storage__ConnectionString", _database.ConnectionString));
}
