namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteErrandTests() : ErrandContract(new SqliteDatabase());
