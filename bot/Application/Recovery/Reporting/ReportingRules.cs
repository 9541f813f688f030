using ChatOpsBot.Domain.Recovery;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Recovery.Reporting;

/// <summary>Finds every fault of the list at once, each with its key.</summary>
internal sealed class ReportingRules(IConfiguration settings) : IValidateOptions<ReportingOptions>
{
    private const int LongestName = 60;
    private const string List = $"{ReportingOptions.Section}:{nameof(ReportingOptions.Reporters)}";

    private static readonly string[] Theirs = [.. Reporter.MaySpeakFor.Select(role => RecoveryPolicy.RoleNames[role])];

    public ValidateOptionsResult Validate(string? name, ReportingOptions options)
    {
        string[] faults =
        [
            .. options.Reporters.SelectMany((reporter, at) => Faults(reporter, $"{List}:{at}")),
            .. Doubles(options.Reporters, it => it.Name.Trim(), nameof(ReporterEntry.Name)),
            .. Doubles(options.Reporters, it => it.KeyHash.Trim(), nameof(ReporterEntry.KeyHash)),
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(ReporterEntry reporter, string path)
    {
        if (reporter.Name.Trim().Length is 0 or > LongestName || reporter.Name.Any(char.IsControl))
            yield return $"{path}:{nameof(reporter.Name)} must be a name of at most {LongestName} letters.";

        if (!ReporterKey.IsHash(reporter.KeyHash))
            yield return $"{path}:{nameof(reporter.KeyHash)} must be the SHA-256 of the key: 64 hexadecimal digits. The command dr-key makes a key and its hash.";

        if (!string.IsNullOrWhiteSpace(reporter.Tenant) && !Guid.TryParse(reporter.Tenant, out _))
            yield return $"{path}:{nameof(reporter.Tenant)} is '{reporter.Tenant}', which is no tenant id (a GUID).";

        // One role where a list belongs reads as none.
        var roles = settings.GetSection($"{path}:{nameof(reporter.Roles)}");
        if (roles.Value is { Length: > 0 })
            yield return $"{roles.Path} must be a list; its first item is {roles.Path}:0.";
        else if (reporter.Roles.Count == 0)
            yield return $"{roles.Path} must name what it speaks for: {string.Join(", ", Theirs)}.";

        foreach (var role in reporter.Roles.Where(role => !Theirs.Contains(role.Trim(), StringComparer.OrdinalIgnoreCase)))
            yield return $"{roles.Path} holds '{role}', but a program speaks for {string.Join(" or ", Theirs)} alone: people approve and validate.";
    }

    private static IEnumerable<string> Doubles(IReadOnlyList<ReporterEntry> reporters, Func<ReporterEntry, string> part, string field) =>
        reporters
            .Select((reporter, at) => (Value: part(reporter), At: at))
            .Where(it => it.Value.Length > 0)
            .GroupBy(it => it.Value, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => $"{List}:{same.Last().At}:{field} is the same as that of {List}:{same.First().At}.");
}
