using ChatOpsBot.Application.Settings.Approvals;
using ChatOpsBot.Connector.Graph;
using ChatOpsBot.Domain.People.Roles;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.People.Roles;

/// <summary>
/// Keeps who is in the groups that hold roles. What was read counts for a while when Entra does not answer; a group that was never read, or
/// not for too long, gives nobody a role.
/// </summary>
public sealed class RoleGroups(
    RoleDictionary held, GraphGroups graph, IOptions<ApprovalOptions> options, TimeProvider time, ILogger<RoleGroups> log) : IDisposable
{
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<string, Kept> _kept = [];

    /// <summary>Reads those groups whose turn it is.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            var wanted = held.Groups;
            foreach (var gone in _kept.Keys.Except(wanted).ToList())
                _kept.Remove(gone);
            foreach (var id in wanted.Where(id => !_kept.TryGetValue(id, out var kept) || kept.Due <= time.GetUtcNow()))
                _kept[id] = Next(id, await AskAsync(id, cancel));
            Tell();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Reads one group now, whether or not it holds a role.</summary>
    /// <returns>The group, or why it is not known.</returns>
    public async Task<(EntraGroup? Group, GroupFault? Fault)> ReadAsync(Guid id, CancellationToken cancel) =>
        await graph.ReadAsync(id, cancel) switch
        {
            GroupOutcome.Read read => (new($"{id:D}", read.Name, read.Members), null),
            GroupOutcome.Missing => (null, GroupFault.Missing),
            GroupOutcome.NotAllowed => (null, GroupFault.NotAllowed),
            GroupOutcome.TooMany => (null, GroupFault.TooMany),
            _ => (null, GroupFault.NotReached),
        };

    public void Dispose() => _one.Dispose();

    private Task<GroupOutcome> AskAsync(string id, CancellationToken cancel) => Guid.TryParse(id, out var guid)
        ? graph.ReadAsync(guid, cancel)
        : Task.FromResult<GroupOutcome>(new GroupOutcome.Missing());

    private Kept Next(string id, GroupOutcome outcome)
    {
        var now = time.GetUtcNow();
        var last = _kept.GetValueOrDefault(id)?.Group;
        if (outcome is GroupOutcome.Read read)
            return new(new(id, read.Name, read.Members), now, now + options.Value.GroupsEvery);

        log.GroupUnread(id, outcome is GroupOutcome.NotReached { Why: var why } ? why : outcome.GetType().Name);
        // A group that is gone, or has become too large, is known well enough.
        return outcome is GroupOutcome.Missing or GroupOutcome.TooMany || last is null
            ? new(null, now, now + PauseAfterFault)
            : _kept[id] with { Due = now + PauseAfterFault };
    }

    private void Tell()
    {
        var oldest = time.GetUtcNow() - options.Value.GroupsKeptFor;
        held.Replace(_kept.Values.Where(kept => kept.ReadAt > oldest).Select(kept => kept.Group).OfType<EntraGroup>());
    }

    /// <param name="Group">As it was last read; null where that failed.</param>
    private sealed record Kept(EntraGroup? Group, DateTimeOffset ReadAt, DateTimeOffset Due);
}
