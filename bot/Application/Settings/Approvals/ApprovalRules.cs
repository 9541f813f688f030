using ChatOpsBot.Domain.Requests;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Settings.Approvals;

/// <summary>Finds every fault of the section at once, each with its key.</summary>
internal sealed class ApprovalRules(
    IReadOnlyList<RequestType> types, IConfiguration settings, IHostEnvironment environment) : IValidateOptions<ApprovalOptions>
{
    public ValidateOptionsResult Validate(string? name, ApprovalOptions options)
    {
        string[] faults = [.. Roles(options), .. Types(options), .. Times(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Roles(ApprovalOptions options)
    {
        // One person where a list belongs reads as nobody.
        var written = settings.GetSection($"{ApprovalOptions.Section}:{nameof(options.Roles)}").GetChildren();
        foreach (var role in written.Where(role => role.Value is { Length: > 0 }))
            yield return $"{role.Path} must be a list; its first item is {role.Path}:0.";

        var people = options.Roles.SelectMany(role => role.Value, (role, person) => (role.Key, person));
        foreach (var (role, person) in people.Where(it => !IsId(it.person)))
            yield return $"Approvals:Roles:{role} holds '{person}', which is not an Entra object id (a GUID, shown on the person's page in Entra).";

        if (options.EscalateTo?.Trim() is { Length: > 0 } above && !options.Roles.Keys.Contains(above, StringComparer.OrdinalIgnoreCase))
            yield return $"Approvals:EscalateTo names '{options.EscalateTo}', but Approvals:Roles:{options.EscalateTo} lists nobody.";
    }

    private IEnumerable<string> Types(ApprovalOptions options) => options.RequiredFor
        .Where(id => types.All(type => type.Id != id))
        .Select(id => $"Approvals:RequiredFor holds '{id}', but the request types are {string.Join(", ", types.Select(type => type.Id))}.");

    private static IEnumerable<string> Times(ApprovalOptions options)
    {
        if (options.EscalateAfter < options.RemindAfter)
            yield return "Approvals:EscalateAfter must be at least Approvals:RemindAfter.";
    }

    // People of a client for trying things out have ids of other forms.
    private bool IsId(string person) => Guid.TryParse(person, out _) || (environment.IsDevelopment() && !string.IsNullOrWhiteSpace(person));
}
