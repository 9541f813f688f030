using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresAuditTests(PostgresServer server) : AuditErasureContract(new PostgresDatabase(server))
{
    [Fact]
    public async Task Whoever_audits_nothing_waits_for_nobody_and_whoever_does_waits_for_the_head_alone()
    {
        await PutAsync(SampleRequest.Draft());
        await using var holder = await OpenAsync();
        var held = await holder.Database.BeginTransactionAsync(Cancel);
        await holder.Database.ExecuteSqlAsync($"""SELECT 1 FROM "AuditChainHead" FOR UPDATE""", Cancel);

        await CommitAsync(db => db.SeenActivities.Add(new() { Key = "chat|1", At = Monday })).WaitAsync(TimeSpan.FromSeconds(3), Cancel);
        var audited = CommitAsync(db => db.Audit(new(AuditSubjects.Role, "dr-operator", "granted", Monday)));
        Assert.NotSame(audited, await Task.WhenAny(audited, Task.Delay(TimeSpan.FromMilliseconds(300), Cancel)));
        await held.DisposeAsync();
        await audited;
        await IntactAsync(3);
    }
}
