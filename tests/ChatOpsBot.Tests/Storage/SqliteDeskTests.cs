namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteDeskTests() : DeskContract(new SqliteDatabase());
