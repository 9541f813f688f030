namespace ChatOpsBot.Application.Settings;

/// <summary>Ids of tenants as settings have them.</summary>
internal static class TenantIds
{
    /// <summary>As activities have it, with which it is compared as text; null for none.</summary>
    public static string? AsTeamsWrites(string? tenant) =>
        string.IsNullOrWhiteSpace(tenant) ? null : Guid.TryParse(tenant, out var guid) ? guid.ToString("D") : tenant.Trim();
}
