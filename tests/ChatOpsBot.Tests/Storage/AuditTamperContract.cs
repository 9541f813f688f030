using System.Globalization;
using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Storage.People;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;
using static ChatOpsBot.Tests.Storage.SampleRequest;

namespace ChatOpsBot.Tests.Storage;

/// <summary>Whatever somebody with access to the database changes of the chain is found, and the first place is named.</summary>
public abstract class AuditTamperContract(TestDatabase database) : AuditRaceContract(database)
{
    /// <summary>A value of the right type that is another one.</summary>
    private static object Other(object? value, Type type) => value switch
    {
        string text => text + "x",
        byte[] bytes => (byte[])[(byte)(bytes[0] ^ 1), .. bytes[1..]],
        int number => number + 1,
        long number => number + 1,
        DateTimeOffset at => at.AddMicroseconds(1),
        _ when type == typeof(byte[]) => new byte[AuditEncoding.HashLength],
        _ when type == typeof(string) => "x",
        _ => Convert.ChangeType(2, Nullable.GetUnderlyingType(type) ?? type, CultureInfo.InvariantCulture),
    };

    [Fact]
    public async Task Every_column_of_every_entry_is_watched()
    {
        await FillAsync();
        var entries = await EntriesAsync();
        Assert.Contains(entries, entry => entry.Erased is not null);
        Assert.Contains(entries, entry => entry.ErasedBy is not null);
        List<string> overlooked = [];
        foreach (var entry in entries)
        {
            await using var db = await OpenAsync();
            var stored = db.Attach(entry);
            foreach (var column in stored.Properties.Where(column => !column.Metadata.IsPrimaryKey()))
            {
                var right = column.CurrentValue;
                object?[] wrongs = right is not null && column.Metadata.IsNullable
                    ? [Other(right, column.Metadata.ClrType), null]
                    : [Other(right, column.Metadata.ClrType)];
                foreach (var wrong in wrongs)
                {
                    column.CurrentValue = wrong;
                    await db.SaveChangesAsync(Cancel);
                    var fault = (await VerifyAsync()).Fault;
                    // The mark of an erasure is held against what the erasing entry says: that one may be named.
                    var isNamed = fault?.Sequence == entry.Sequence
                        || (column.Metadata.Name == nameof(AuditChainEntry.ErasedBy) && fault?.Kind is AuditFaultKind.WrongErasure);
                    if (!isNamed)
                        overlooked.Add($"{entry.Sequence} {column.Metadata.Name} = {wrong}: {fault}");
                }

                column.CurrentValue = right;
                await db.SaveChangesAsync(Cancel);
            }
        }

        Assert.Empty(overlooked);
        await IntactAsync(entries.Count);
    }

    [Fact]
    public async Task An_entry_that_is_deleted_is_named_whichever_it_is()
    {
        await FillAsync();
        var count = (await EntriesAsync()).Count;
        for (var sequence = 1; sequence <= count; sequence++)
        {
            await MoveAsync(sequence, -sequence);
            Assert.Equal((sequence, sequence == count ? AuditFaultKind.Truncated : AuditFaultKind.Gap), await FaultAsync());
            await MoveAsync(-sequence, sequence);
        }

        await IntactAsync(count);
    }

    [Fact]
    public async Task Two_entries_that_changed_places_are_named_as_that()
    {
        await FillAsync();
        var count = (await EntriesAsync()).Count;
        foreach (var (one, other) in new[] { (3, 4), (2, count - 1), (1, 2) })
        {
            await SwapAsync(one, other);
            Assert.Equal((one, AuditFaultKind.Reordered), await FaultAsync());
            await SwapAsync(one, other);
        }

        await IntactAsync(count);
    }

    [Fact]
    public async Task A_tail_that_was_cut_is_found_by_the_head_and_a_head_that_was_set_back_by_what_was_written_down_elsewhere()
    {
        await FillAsync();
        var entries = await EntriesAsync();
        var anchor = new AuditAnchor(entries.Count, entries[^1].Hash);
        var early = new AuditAnchor(3, entries[2].Hash);
        Assert.Null((await VerifyAsync(anchor)).Fault);
        Assert.Null((await VerifyAsync(early)).Fault);
        Assert.Equal((3, AuditFaultKind.WrongHead), await FaultAsync(early with { Hash = entries[3].Hash }));

        await AskAsync(db => db.AuditChainEntries.Where(entry => entry.Sequence > 6).ExecuteDeleteAsync(Cancel));
        Assert.Equal((7, AuditFaultKind.Truncated), await FaultAsync());
        await SetHeadAsync(6, entries[5].Hash);
        Assert.Null((await VerifyAsync()).Fault);
        Assert.Null((await VerifyAsync(early)).Fault);
        Assert.Equal((7, AuditFaultKind.Truncated), await FaultAsync(anchor));

        await AskAsync(db => db.AuditChainEntries.ExecuteDeleteAsync(Cancel));
        await SetHeadAsync(0, new byte[32]);
        Assert.Equal((1, AuditFaultKind.Truncated), await FaultAsync(early));
    }

    [Fact]
    public async Task A_forged_entry_at_the_end_is_named_and_stops_the_chain_rather_than_become_part_of_it()
    {
        await FillAsync();
        var last = (await EntriesAsync())[^1];
        var forged = new AuditChainEntry
        {
            Sequence = last.Sequence + 1,
            At = Monday,
            SubjectKind = AuditSubjects.Event,
            SubjectKey = "DR-1",
            What = "approved",
            PreviousHash = last.Hash,
        };
        forged.Hash = AuditEncoding.HashOf(forged);
        await CommitAsync(db => db.AuditChainEntries.Add(forged));
        Assert.Equal((forged.Sequence, AuditFaultKind.Appended), await FaultAsync());
        await Assert.ThrowsAsync<InvalidDataException>(() => PutAsync(Draft("RST-ZZZZZ2")));
        Assert.Equal((forged.Sequence, AuditFaultKind.Appended), await FaultAsync());
    }

    [Fact]
    public async Task A_head_that_says_another_hash_or_is_gone_is_found()
    {
        await FillAsync();
        var last = (await EntriesAsync())[^1];
        await SetHeadAsync(last.Sequence, new byte[32]);
        Assert.Equal((last.Sequence, AuditFaultKind.WrongHead), await FaultAsync());
        await AskAsync(db => db.Database.ExecuteSqlAsync($"""DELETE FROM "AuditChainHead" """, Cancel));
        Assert.Equal(AuditFaultKind.WrongHead, (await FaultAsync()).Kind);
    }

    [Fact]
    public async Task A_name_moved_into_its_salt_is_found_though_both_together_are_the_same_bytes()
    {
        await PutAsync(Draft());
        await using var db = await OpenAsync();
        var entry = await db.AuditChainEntries.SingleAsync(it => it.Sequence == 2, Cancel);
        var stored = db.Entry(entry);
        stored.Property(it => it.ActorNameSalt).CurrentValue = [.. entry.ActorNameSalt!, (byte)'A'];
        stored.Property(it => it.ActorName).CurrentValue = entry.ActorName![1..];
        await db.SaveChangesAsync(Cancel);
        Assert.Equal((2, AuditFaultKind.WrongText), await FaultAsync());
    }

    [Fact]
    public async Task Whoever_erases_more_than_an_erasure_of_the_chain_did_is_found()
    {
        await FillAsync();
        var entries = await EntriesAsync();
        var (eraser, other) = (entries.Last(it => it.Erased is not null), entries.Last(it => it.ActorNameSalt is not null));
        await AskAsync(db => db.AuditChainEntries.Where(it => it.Sequence == other.Sequence).ExecuteUpdateAsync(
            it => it.SetProperty(row => row.ActorId, (string?)null).SetProperty(row => row.ActorIdSalt, (byte[]?)null)
                .SetProperty(row => row.ActorName, (string?)null).SetProperty(row => row.ActorNameSalt, (byte[]?)null)
                .SetProperty(row => row.Detail, (string?)null).SetProperty(row => row.DetailSalt, (byte[]?)null),
            Cancel));
        Assert.Equal((other.Sequence, AuditFaultKind.WrongErasure), await FaultAsync());
        await AskAsync(db => db.AuditChainEntries.Where(it => it.Sequence == other.Sequence)
            .ExecuteUpdateAsync(it => it.SetProperty(row => row.ErasedBy, eraser.Sequence), Cancel));
        Assert.Equal(AuditFaultKind.WrongErasure, (await FaultAsync()).Kind);
    }

    /// <summary>Entries of every kind of column: with a version and without, with texts and without, erased, and one that erased.</summary>
    private async Task FillAsync()
    {
        await PutAsync(Draft("RST-AAAAA2") with { Owner = Eva });
        await CommitAsync(db => db.Audit(new(AuditSubjects.Role, "dr-operator", "granted", Monday) { By = Eva, Detail = "to Ana" }));
        await CommitAsync(db => new RequestStore(db).PutAsync(
            Draft("RST-BBBBB2"), new("filed", null) { Detail = "T-000001" }, null, Monday, Cancel));
        await CommitAsync(async db =>
        {
            await using var commit = await db.Database.BeginTransactionAsync(Cancel);
            await new Forgetting(db).DoAsync(Eva.Id, Monday.AddHours(1), Cancel);
            await commit.CommitAsync(Cancel);
        });
        await PutAsync(Draft("RST-CCCCC2"));
        await CommitAsync(db => new ChatOpsBot.Storage.Recovery.RecoveryStore(db).PutAsync(Declared(Ana), null, Ana, Monday, Cancel));
    }

    private async Task<(long Sequence, AuditFaultKind Kind)> FaultAsync(AuditAnchor? anchor = null) =>
        (await VerifyAsync(anchor)).Fault is { } fault ? (fault.Sequence, fault.Kind) : throw new InvalidOperationException("It is intact.");

    private Task<int> MoveAsync(long from, long to) =>
        AskAsync(db => db.Database.ExecuteSqlAsync(
            $"""UPDATE "AuditChainEntry" SET "Sequence" = {to} WHERE "Sequence" = {from}""", Cancel));

    private async Task SwapAsync(long one, long other)
    {
        await MoveAsync(one, -1);
        await MoveAsync(other, one);
        await MoveAsync(-1, other);
    }

    private Task<int> SetHeadAsync(long sequence, byte[] hash) =>
        AskAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "AuditChainHead" SET "Sequence" = {sequence}, "Hash" = {hash}""", Cancel));
}
