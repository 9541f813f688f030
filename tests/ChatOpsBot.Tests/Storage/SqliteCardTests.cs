namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteCardTests() : CardContract(new SqliteDatabase());
