using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChatOpsBot.Faults.Situations.Troubled;

/// <summary>Has SQLite behave as on a full disk, or as on a file that cannot be written, while it is on.</summary>
/// <param name="trouble">What begins it, as SQLite's own words.</param>
internal sealed class FaultyConnections(string trouble) : DbConnectionInterceptor
{
    // Not one page more than there are: SQLITE_FULL, as when the disk has no room.
    public const string Full = "PRAGMA max_page_count = 1;";

    public const string ReadOnly = "PRAGMA query_only = 1;";

    private const string Sound = "PRAGMA max_page_count = 1073741823; PRAGMA query_only = 0;";

    public bool IsOn { get; set; }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = IsOn ? trouble : Sound;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
