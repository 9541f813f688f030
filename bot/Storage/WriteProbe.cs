using ChatOpsBot.Storage.Leases;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage;

/// <summary>Finds out whether the database does what the bot needs of it: all tables are there, and a small write is kept.</summary>
public sealed class WriteProbe(BotDb db)
{
    private const string Task = "write-probe";

    /// <summary>Reads a row of every table, and writes one of its own.</summary>
    /// <exception cref="System.Data.Common.DbException">It does not.</exception>
    /// <exception cref="DbUpdateException">It does not.</exception>
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct();
        var read = string.Join(" + ", tables.Select(table => $"(SELECT COUNT(*) FROM (SELECT 1 FROM \"{table}\" LIMIT 1) AS t)"));
        var statement = $"SELECT {read} AS \"Value\"";
        await db.Database.SqlQueryRaw<long>(statement).SingleAsync(cancel);

        var written = await db.Leases.Where(row => row.Task == Task)
            .ExecuteUpdateAsync(row => row.SetProperty(it => it.Until, now), cancel);
        if (written > 0)
            return;

        db.Leases.Add(new Lease { Task = Task, Holder = Task, Until = now });
        await db.TrySaveChangesAsync(cancel);
    }
}
