namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteForgettingTests() : ForgettingContract(new SqliteDatabase());
