using ChatOpsBot.Application.Settings;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Application.Recovery.Reporting;

/// <summary>A program that reports DR events, once it has proven which one it is.</summary>
/// <param name="Tenant">Whose events it moves; null where the bot has no tenant.</param>
internal sealed record Reporter(string Name, string? Tenant, IReadOnlySet<RecoveryRole> Roles)
{
    // Approving and validating take a person.
    public static IReadOnlyList<RecoveryRole> MaySpeakFor { get; } = [RecoveryRole.Operator, RecoveryRole.Coordinator];

    /// <summary>Whoever talks to a bot in local mode from the same machine.</summary>
    public static Reporter Local { get; } = new("local", RecoveryStore.AnyTenant, MaySpeakFor.ToHashSet());

    /// <param name="tenant">The bot's own, for an entry that names none.</param>
    public static Reporter Of(ReporterEntry entry, string? tenant) =>
        new(
            entry.Name.Trim(),
            TenantIds.AsTeamsWrites(string.IsNullOrWhiteSpace(entry.Tenant) ? tenant : entry.Tenant),
            MaySpeakFor
                .Where(role => entry.Roles.Any(it => it.Trim().Equals(RecoveryPolicy.RoleNames[role], StringComparison.OrdinalIgnoreCase)))
                .ToHashSet());

    /// <summary>
    /// Who stands on the timeline. A name that the program gives for somebody behind it proves nobody, so its own stands beside it.
    /// </summary>
    public Person As(string? behind) => new($"reporter:{Name}", behind is null ? Name : $"{behind} ({Name})");
}
