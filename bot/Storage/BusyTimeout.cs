using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChatOpsBot.Storage;

/// <summary>
/// Lets SQLite itself wait for a locked file: it looks again after 1 ms, 2 ms, 5 ms and so on, up to 100 ms. Without it the provider looks again
/// every 150 ms, and a writer among busy ones may not find a gap before its time is over.
/// </summary>
internal sealed class BusyTimeout(TimeSpan limit) : DbConnectionInterceptor
{
    private readonly string _statement = Of(limit);

    /// <summary>The statement that makes a connection wait so long.</summary>
    public static string Of(TimeSpan limit) => string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(int)limit.TotalMilliseconds}");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _statement;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _statement;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
