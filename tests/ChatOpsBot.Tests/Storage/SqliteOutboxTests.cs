namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteOutboxTests() : OutboxMessageContract(new SqliteDatabase());
