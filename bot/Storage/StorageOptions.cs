namespace ChatOpsBot.Storage;

/// <summary>Where the bot keeps what must survive a restart. Configuration section <c>Storage</c>.</summary>
public sealed record StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Default: <see cref="StorageProvider.Sqlite"/>, one file and one instance of the bot.</summary>
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>Default for SQLite: a file in the user's local application data. PostgreSQL has no default.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>How long an answered activity is remembered, so that its redelivery is not worked again. Default: 7 days.</summary>
    public TimeSpan RememberActivities { get; init; } = TimeSpan.FromDays(7);
}

public enum StorageProvider
{
    Sqlite,

    /// <summary>For several instances of the bot beside each other.</summary>
    PostgreSql,
}
