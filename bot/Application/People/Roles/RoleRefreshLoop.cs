namespace ChatOpsBot.Application.People.Roles;

/// <summary>Looks every few seconds whether another instance granted or revoked a role.</summary>
internal sealed class RoleRefreshLoop(RoleRefresh roles, TimeProvider time, ILogger<RoleRefreshLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new RepeatedWork(time) { Pause = Pause, Failed = log.RolesUnreadable }.RunAsync(roles.ReadAsync, stoppingToken);
}
