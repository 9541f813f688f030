using ChatOpsBot.Domain.People.Roles;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Understanding.Text;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Settings.Approvals;

/// <summary>Finds every fault of the section at once, each with its key.</summary>
internal sealed class ApprovalRules(
    IReadOnlyList<RequestType> types, IConfiguration settings, IHostEnvironment environment) : IValidateOptions<ApprovalOptions>
{
    private static readonly StringComparer SameRole = StringComparer.OrdinalIgnoreCase;

    public ValidateOptionsResult Validate(string? name, ApprovalOptions options)
    {
        string[] faults = [.. Roles(options), .. Types(options), .. Times(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Roles(ApprovalOptions options)
    {
        var above = string.IsNullOrWhiteSpace(options.EscalateTo) ? null : ApprovalOptions.RoleOf(options.EscalateTo);
        IReadOnlyList<string> known = [.. Roles(above)];
        foreach (var fault in Listed(nameof(options.Roles), options.Roles, known))
            yield return fault;
        foreach (var fault in Listed(nameof(options.Groups), options.Groups, known))
            yield return fault;

        foreach (var (role, person) in options.Roles.SelectMany(role => role.Value, (role, id) => (role.Key, id)).Where(it => !IsId(it.id)))
            yield return $"Approvals:Roles:{role} holds '{person}', which is not an Entra object id (a GUID, shown on the person's page in Entra).";

        var groups = options.Groups.SelectMany(role => role.Value, (role, id) => (role.Key, id));
        foreach (var (role, group) in groups.Where(it => !Guid.TryParse(it.id, out _)))
            yield return $"Approvals:Groups:{role} holds '{group}', which is not an Entra object id (a GUID, shown on the group's page in Entra).";

        if (above is not null && !options.Roles.Keys.Concat(options.Groups.Keys).Select(ApprovalOptions.RoleOf).Contains(above, SameRole))
            yield return $"Approvals:EscalateTo names '{options.EscalateTo}', but Approvals:Roles:{options.EscalateTo} lists nobody.";
    }

    private IEnumerable<string> Listed(
        string name, IReadOnlyDictionary<string, IReadOnlyList<string>> listed, IReadOnlyList<string> known)
    {
        // One id where a list belongs reads as nobody.
        var written = settings.GetSection($"{ApprovalOptions.Section}:{name}").GetChildren();
        foreach (var role in written.Where(role => role.Value is { Length: > 0 }))
            yield return $"{role.Path} must be a list; its first item is {role.Path}:0.";

        foreach (var role in listed.Keys.Where(role => !known.Contains(ApprovalOptions.RoleOf(role), SameRole)))
            yield return $"Approvals:{name}:{role} is not a role. {Suggestion(name, role, known)}";
    }

    // The role above may have any name: it is asked because settings say so.
    private IEnumerable<string> Roles(string? above) =>
        RecoveryPolicy.RoleNames.Values.Concat(types.Select(type => type.ApproverRole))
            .Append(RoleDictionary.Administrator).Append(RoleDictionary.Desk)
            .Concat(above is null ? [] : [above]).Distinct();

    private static string Suggestion(string name, string role, IReadOnlyList<string> roles) =>
        NearNames.To(ApprovalOptions.RoleOf(role).ToLowerInvariant(), roles, slips: 2).FirstOrDefault() is { } meant
            ? $"Did you mean Approvals:{name}:{meant}?"
            : $"The roles are {string.Join(", ", roles.Order(StringComparer.Ordinal))}.";

    private IEnumerable<string> Types(ApprovalOptions options) =>
        options.RequiredFor.Select(id => (Setting: nameof(options.RequiredFor), Id: id))
            .Concat(options.NotRequiredFor.Select(id => (Setting: nameof(options.NotRequiredFor), Id: id)))
            .Where(it => types.All(type => type.Id != it.Id))
            .Select(it => $"Approvals:{it.Setting} holds '{it.Id}', but the request types are {string.Join(", ", types.Select(type => type.Id))}.");

    private static IEnumerable<string> Times(ApprovalOptions options)
    {
        if (options.EscalateAfter < options.RemindAfter)
            yield return "Approvals:EscalateAfter must be at least Approvals:RemindAfter.";
    }

    // People of a client for trying things out have ids of other forms.
    private bool IsId(string person) => Guid.TryParse(person, out _) || (environment.IsDevelopment() && !string.IsNullOrWhiteSpace(person));
}
