using Microsoft.Extensions.Options;

namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>Reports every invalid pacing setting at once, each with its key.</summary>
internal sealed class PacingOptionsRules : IValidateOptions<PacingOptions>
{
    private const int MostCalls = 10_000;

    public ValidateOptionsResult Validate(string? name, PacingOptions options)
    {
        string[] faults = [.. Counts(options), .. Spans(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Counts(PacingOptions options)
    {
        (string Key, int Value)[] counts =
        [
            (nameof(options.TenantCallsPerSecond), options.TenantCallsPerSecond),
            (nameof(options.ThreadCallsIn1Second), options.ThreadCallsIn1Second),
            (nameof(options.ThreadCallsIn2Seconds), options.ThreadCallsIn2Seconds),
            (nameof(options.ThreadCallsIn30Seconds), options.ThreadCallsIn30Seconds),
            (nameof(options.ThreadCallsInOneHour), options.ThreadCallsInOneHour),
        ];
        foreach (var (key, _) in counts.Where(it => it.Value is < 1 or > MostCalls))
            yield return $"Pacing:{key} must be from 1 to {MostCalls}.";

        if (options.TenantReserve < 0 || options.TenantReserve >= options.TenantCallsPerSecond)
            yield return "Pacing:TenantReserve must be at least 0 and less than Pacing:TenantCallsPerSecond.";
    }

    private static IEnumerable<string> Spans(PacingOptions options)
    {
        if (options.Margin < TimeSpan.Zero || options.Margin > TimeSpan.FromSeconds(1))
            yield return "Pacing:Margin must be from 0 to 1 second.";

        if (options.FirstPause <= TimeSpan.Zero)
            yield return "Pacing:FirstPause must be more than 0.";

        if (options.LongestPause < options.FirstPause || options.LongestPause > PaceRules.LongestRest)
            yield return "Pacing:LongestPause must be at least Pacing:FirstPause and at most one hour.";
    }
}
