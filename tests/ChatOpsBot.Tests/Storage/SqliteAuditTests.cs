namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteAuditTests() : AuditErasureContract(new SqliteDatabase());
