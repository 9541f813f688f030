using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChatOpsBot.Storage;

/// <summary>Counts what the database fails. Two writers that meet are no fault: one of them goes on after the other.</summary>
internal sealed class FaultCounter(StorageMetrics metrics) : DbCommandInterceptor, IDbConnectionInterceptor
{
    private const int ConstraintViolated = 19;

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Count(eventData.Exception);

    public override Task CommandFailedAsync(
        DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Count(eventData.Exception);
        return Task.CompletedTask;
    }

    public void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData) => Count(eventData.Exception);

    public Task ConnectionFailedAsync(
        DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Count(eventData.Exception);
        return Task.CompletedTask;
    }

    private void Count(Exception fault)
    {
        if (TypeOf(fault) is { } type)
            metrics.Failed(type);
    }

    // A call that was given up failed nothing. Codes: "Result and Error Codes" of SQLite, "PostgreSQL Error Codes" (SQLSTATE).
    private static string? TypeOf(Exception fault) => fault switch
    {
        OperationCanceledException => null,
        SqliteException { SqliteErrorCode: ConstraintViolated } => null,
        SqliteException sqlite => string.Create(CultureInfo.InvariantCulture, $"sqlite {sqlite.SqliteErrorCode}"),
        DbException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation } => null,
        DbException { SqlState: { } state } => state,
        _ => fault.GetType().Name,
    };
}
