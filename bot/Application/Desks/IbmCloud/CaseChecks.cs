using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>Whether IBM would take a case, as far as calls that change nothing can tell.</summary>
internal sealed class CaseChecks(IbmTokens tokens, IbmCases cases, IOptions<IbmCloudOfferingOptions> offering)
{
    private static readonly string[] PlansWithTechnicalCases = ["ADVANCED", "PREMIUM", "STANDARD"];

    public async Task<IReadOnlyList<DeskCheck>> CheckAsync(CancellationToken cancel)
    {
        List<DeskCheck> checks = [Offering()];
        if (!(await tokens.GetAsync(cancel)).IsGood(out _, out var unsigned))
            return [.. checks, new(IsGood: false, $"no token: {unsigned.Reason}")];

        checks.Add(new(IsGood: true, "IBM Cloud takes the API key."));
        if (!(await cases.ListAsync(search: null, offset: 0, cancel)).IsGood(out var list, out var fault))
            return [.. checks, new(IsGood: false, $"cases cannot be read: {fault.Reason}")];

        var seen = (list.Cases ?? []).OfType<Case>().ToList();
        checks.Add(new(IsGood: true, $"cases can be read; {seen.Count} on the first page."));
        checks.Add(Plan(seen.Select(one => one.SupportTier).FirstOrDefault(tier => !string.IsNullOrWhiteSpace(tier))));
        return checks;
    }

    private DeskCheck Offering() => offering.Value.IsSet
        ? new(IsGood: true, $"cases are about {offering.Value.Name} ({offering.Value.Key ?? offering.Value.Id}).")
        : new(
            IsGood: false,
            $"no offering, and IBM takes no technical case without one: set {IbmCloudOfferingOptions.Section}:Name and Key as the Support Center's form for a new case has them.");

    private static DeskCheck Plan(string? tier) => tier switch
    {
        null => new(IsGood: true, "which support plan the account has is not seen before its first case; technical cases need Advanced or Premium."),
        _ when PlansWithTechnicalCases.Contains(tier.Trim().ToUpperInvariant()) => new(IsGood: true, $"support plan {tier.Trim()}."),
        _ => new(
            IsGood: false,
            $"support plan {tier.Trim()}, which has no technical cases: IBM will refuse them. The account needs Advanced or Premium."),
    };
}
