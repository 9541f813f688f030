namespace ChatOpsBot.Application.People.Roles;

/// <summary>Looks every few seconds whether a group that holds a role is to be read.</summary>
internal sealed class RoleGroupLoop(RoleGroups groups, TimeProvider time, ILogger<RoleGroupLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new RepeatedWork(time) { Pause = Pause, Failed = log.RolesUnreadable }.RunAsync(groups.RefreshAsync, stoppingToken);
}
