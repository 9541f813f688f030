namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteRetentionTests() : RetentionContract(new SqliteDatabase());
