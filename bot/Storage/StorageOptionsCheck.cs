using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ChatOpsBot.Storage;

/// <summary>Says every fault of the section at once, by key.</summary>
internal sealed class StorageOptionsCheck : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(StorageOptions options)
    {
        if (options.Provider == StorageProvider.PostgreSql && string.IsNullOrWhiteSpace(options.ConnectionString))
            yield return "Storage:ConnectionString is missing; Storage:Provider PostgreSql needs one.";

        if (options.ConnectionString is { } text && !IsConnectionString(text, options.Provider))
            yield return $"Storage:ConnectionString cannot be read; it has the form \"Key=value;Key=value\", with keys that {options.Provider} knows.";

        if (options.RememberActivities < TimeSpan.FromMinutes(1))
            yield return "Storage:RememberActivities must be at least 00:01:00.";
    }

    private static bool IsConnectionString(string text, StorageProvider provider)
    {
        try
        {
            DbConnectionStringBuilder keys =
                provider == StorageProvider.PostgreSql ? new NpgsqlConnectionStringBuilder(text) : new SqliteConnectionStringBuilder(text);
            return keys.ConnectionString.Length > 0;
        }
        // A key or a value that the provider does not know.
        catch (Exception fault)
            when (fault is ArgumentException or KeyNotFoundException or FormatException or InvalidCastException or OverflowException)
        {
            return false;
        }
    }
}
