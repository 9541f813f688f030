using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChatOpsBot.Storage;

/// <summary>
/// Lets SQLite itself wait for a locked file: it looks again after 1 ms, 2 ms, 5 ms and so on, up to 100 ms. Without it the provider
/// looks again every 150 ms, and a writer among busy ones may not find a gap before its time is over. And lets it overwrite what is
/// deleted, rather than leave it in the file until something else takes its place (sqlite.org, "PRAGMA secure_delete").
/// </summary>
internal sealed class BusyTimeout(TimeSpan limit) : DbConnectionInterceptor
{
    private readonly string _statement = Of(limit);

    /// <summary>The statement that makes a connection wait so long, and overwrite what it deletes.</summary>
    public static string Of(TimeSpan limit) =>
        string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(int)limit.TotalMilliseconds}; PRAGMA secure_delete = ON");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _statement;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _statement;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
