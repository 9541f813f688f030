using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChatOpsBot.Storage;

/// <summary>
/// Notices that the file of a SQLite database was deleted or replaced while the bot runs. Open connections would go on with a file that
/// nobody finds any more, and new ones with another: nothing is read or written from then on, until the bot is started again.
/// </summary>
public sealed class SqliteFileGuard : DbConnectionInterceptor, IDisposable
{
    // "Result and Error Codes" of SQLite: SQLITE_CANTOPEN.
    private const int CannotOpen = 14;

    private FileSystemWatcher? _watcher;
    private string? _file;
    private volatile bool _isLost;

    /// <summary>From now on the file is to stay where it is. Without effect for a database in memory.</summary>
    /// <param name="file">As the connection string has it.</param>
    public void Watch(string file)
    {
        if (!File.Exists(file))
            return;

        var path = Path.GetFullPath(file);
        _watcher?.Dispose();
        _watcher = new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path)) { NotifyFilter = NotifyFilters.FileName };
        _watcher.Deleted += (_, _) => _isLost = true;
        _watcher.Renamed += (_, _) => _isLost = true;
        _watcher.Created += (_, _) => _isLost = true;
        _watcher.EnableRaisingEvents = true;
        _file = path;
    }

    public override InterceptionResult ConnectionOpening(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Check();
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Check();
        return ValueTask.FromResult(result);
    }

    public void Dispose() => _watcher?.Dispose();

    private void Check()
    {
        if (_file is null || (!_isLost && File.Exists(_file)))
            return;

        _isLost = true;
        throw new SqliteException(
            $"The database file {_file} was deleted or replaced while the bot runs. Put it back and restart the bot.", CannotOpen);
    }
}
