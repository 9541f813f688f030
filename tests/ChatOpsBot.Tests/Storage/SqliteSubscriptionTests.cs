namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteSubscriptionTests() : SubscriptionContract(new SqliteDatabase());
