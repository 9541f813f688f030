namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteMigrationTests() : MigrationContract(new SqliteDatabase());
