namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteErrandTests() : OutboxMessageContract(new SqliteDatabase());
