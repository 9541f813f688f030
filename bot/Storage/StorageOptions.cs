namespace ChatOpsBot.Storage;

/// <summary>Where the bot stores its data. Configuration section <c>Storage</c>.</summary>
public sealed record StorageOptions
{
    public const string Section = "Storage";

    /// <summary>
    /// <see cref="StorageProvider.Sqlite"/>: one file and one instance of the bot; <see cref="StorageProvider.PostgreSql"/>: for several
    /// instances.
    /// </summary>
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>
    /// The connection string, such as <c>Data Source=/var/lib/chatopsbot/chatopsbot.db</c> or <c>Host=db;Database=chatopsbot;...</c>; it
    /// then contains a secret. Required for PostgreSQL. Default for SQLite: a file in the user's local application data.
    /// </summary>
    public string? ConnectionString { get; init; }

    /// <summary>How long an answered activity is remembered, so that a redelivery is not processed again. Default: 7 days.</summary>
    public TimeSpan RememberActivities { get; init; } = TimeSpan.FromDays(7);
}

public enum StorageProvider
{
    Sqlite,

    /// <summary>For several instances of the bot.</summary>
    PostgreSql,
}
