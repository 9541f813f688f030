using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>
/// Cuts a bot off from its database at a chosen statement or commit and at all that follow: nothing that happens after such a step is
/// kept, as when the machine lost its power there.
/// </summary>
internal sealed class PowerCut : DbCommandInterceptor, IDbTransactionInterceptor
{
    // sqlite.org, "Result and Error Codes": SQLITE_IOERR.
    private const int IoError = 10;

    private int _left = int.MaxValue;

    public bool HasCome => Volatile.Read(ref _left) < 0;

    /// <param name="steps">How many statements and commits are still carried out.</param>
    public void After(int steps) => _left = steps;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default) => Step(result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default) => Step(result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default) => Step(result);

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default) => Step(result);

    private ValueTask<T> Step<T>(T result) => _left != int.MaxValue && Interlocked.Decrement(ref _left) < 0
        ? throw new SqliteException("The power is off.", IoError)
        : ValueTask.FromResult(result);
}
