using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Leases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>The right of one instance at a time to send announcements.</summary>
public sealed class DispatcherLease(IDbContextFactory<BotDb> databases, TimeProvider time, IOptions<AnnouncingOptions> options)
    : TaskLease(databases, time, Task, options.Value.Lease)
{
    internal const string Task = "announcing";
}
