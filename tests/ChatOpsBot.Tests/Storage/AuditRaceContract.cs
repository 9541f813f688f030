using ChatOpsBot.Domain.People;
using ChatOpsBot.Storage.People;
using ChatOpsBot.Storage.Requests;
using static ChatOpsBot.Tests.Storage.SampleRequest;

namespace ChatOpsBot.Tests.Storage;

/// <summary>Many who change at once make one chain.</summary>
public abstract class AuditRaceContract(TestDatabase database) : AuditContract(database)
{
    private const int Writers = 12;

    [Fact]
    public async Task Hundreds_of_changes_at_once_make_one_gapless_chain()
    {
        const int Each = 20;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var number = 0; number < Each; number++)
                await PutAsync(Draft($"RST-{writer}-{number}"));
        })));

        await IntactAsync((Writers * Each) + 1);
        var keys = (await EntriesAsync()).Skip(1).Select(entry => entry.SubjectKey).ToList();
        Assert.Equal(Writers * Each, keys.Distinct().Count());
        // One writer's changes stand in the order in which they were made.
        Assert.All(Enumerable.Range(0, Writers), writer =>
            Assert.Equal(
                Enumerable.Range(0, Each).Select(number => $"RST-{writer}-{number}"),
                keys.Where(key => key.StartsWith($"RST-{writer}-", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Of_many_who_race_for_each_version_the_winners_alone_have_entries()
    {
        var request = Draft();
        await PutAsync(request);
        for (var round = 0; round < 10; round++)
        {
            request = request.Next();
            var version = request;
            var won = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
            {
                await using var db = await OpenAsync();
                await new RequestStore(db).PutAsync(version, new("filled", new($"aad-{writer}", "x")), null, Monday, Cancel);
                return await db.TrySaveChangesAsync(Cancel);
            })));
            Assert.Single(won, it => it);
            Assert.Equal($"aad-{won.IndexOf(true)}", (await EntriesAsync())[^1].ActorId);
        }

        await IntactAsync(12);
    }

    [Fact]
    public async Task A_chain_that_grows_and_is_erased_from_while_it_is_looked_at_is_intact_at_every_look()
    {
        using var done = new CancellationTokenSource();
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var number = 0; number < 40; number++)
            {
                await PutAsync(Draft($"RST-{writer}-{number}") with { Owner = new($"aad-{writer}", "x") });
                if (number % 10 == 9)
                    await ForgetAsync(new($"aad-{writer}", "x"));
            }
        })));
        var looks = 0;
        for (; !writing.IsCompleted || looks == 0; looks++)
            Assert.Null((await VerifyAsync()).Fault);
        await writing;
        var verdict = await VerifyAsync();
        Assert.Null(verdict.Fault);
        Assert.Equal(160, verdict.Erased);
    }

    private Task ForgetAsync(Person who) => CommitAsync(async db =>
    {
        await using var commit = await db.Database.BeginTransactionAsync(Cancel);
        await new Forgetting(db).DoAsync(who.Id, Monday.AddHours(1), Cancel);
        await commit.CommitAsync(Cancel);
    });
}
