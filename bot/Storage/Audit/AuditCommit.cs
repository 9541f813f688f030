using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChatOpsBot.Storage.Audit;

/// <summary>
/// Adds what a unit of work has audited to the chain when its transaction commits, and not before: whoever has the head holds up all
/// others.
/// </summary>
internal sealed class AuditCommit : DbTransactionInterceptor
{
    public override InterceptionResult TransactionCommitting(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result) =>
        eventData.Context is BotDb { HasAudited: true }
            ? throw new NotSupportedException("What is audited is committed asynchronously.")
            : result;

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default)
    {
        if (eventData.Context is BotDb db)
            await db.ChainAsync(cancellationToken);
        return result;
    }
}
