using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage;

public static class DatabaseFault
{
    /// <summary>
    /// True when the database could not be reached or did not do what it was asked to. The PostgreSQL provider wraps a connection that is
    /// lost for the moment in an <see cref="InvalidOperationException"/>.
    /// </summary>
    public static bool IsOfDatabase(this Exception fault) =>
        fault is DbException or DbUpdateException
        || fault is InvalidOperationException { InnerException: DbException or DbUpdateException or TimeoutException };
}
