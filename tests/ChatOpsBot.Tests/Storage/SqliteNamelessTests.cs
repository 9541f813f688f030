namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteNamelessTests() : NamelessContract(new SqliteDatabase());
