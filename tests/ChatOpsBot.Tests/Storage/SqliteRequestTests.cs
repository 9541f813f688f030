namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteRequestTests() : RequestContract(new SqliteDatabase());
