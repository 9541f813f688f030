using Microsoft.Data.Sqlite;

namespace ChatOpsBot.Storage;

/// <summary>Where a SQLite database lies, and how its file is made: for the bot's own user alone.</summary>
public static class SqliteFile
{
    private const UnixFileMode ForOwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The connection string for a database that is there: where none is, none is made.</summary>
    internal static string Existing(string connectionString)
    {
        var parts = new SqliteConnectionStringBuilder(connectionString);
        if (IsFile(parts) && parts.Mode is SqliteOpenMode.ReadWriteCreate)
            parts.Mode = SqliteOpenMode.ReadWrite;
        return parts.ConnectionString;
    }

    /// <returns>The file of the connection string; null for a database in memory or of another kind.</returns>
    public static string? Of(string? connectionString)
    {
        var parts = new SqliteConnectionStringBuilder(connectionString);
        return IsFile(parts) ? parts.DataSource : null;
    }

    /// <summary>Makes the folder and an empty file where they are missing. What is there keeps its permissions.</summary>
    public static void Make(string file)
    {
        if (File.Exists(file))
            return;

        // The bot's own folder may be there already, for other things of the bot.
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder && (!Directory.Exists(folder) || folder == Connections.LocalFolder))
            MakeFolder(folder);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var made = new FileStream(file, options);
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
        {
            Directory.CreateDirectory(folder, ForOwnerAlone);
            File.SetUnixFileMode(folder, ForOwnerAlone);
        }
    }

    private static bool IsFile(SqliteConnectionStringBuilder parts) =>
        parts.Mode is not SqliteOpenMode.Memory
        && parts.DataSource.Length > 0
        && parts.DataSource != ":memory:"
        && !parts.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
}
