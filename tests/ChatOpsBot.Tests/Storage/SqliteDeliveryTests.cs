namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteDeliveryTests() : DeliveryContract(new SqliteDatabase());
