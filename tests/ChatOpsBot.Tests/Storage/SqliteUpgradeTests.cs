namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteUpgradeTests() : UpgradeContract(new SqliteDatabase());
