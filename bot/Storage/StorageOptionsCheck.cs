using System.Data.Common;
using Microsoft.Extensions.Options;

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

        if (options.ConnectionString is { } text && !IsConnectionString(text))
            yield return "Storage:ConnectionString cannot be read; it has the form \"Key=value;Key=value\".";

        if (options.RememberActivities < TimeSpan.FromMinutes(1))
            yield return "Storage:RememberActivities must be at least 00:01:00.";
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = text }.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
