namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteLeaseTests() : LeaseContract(new SqliteDatabase());
