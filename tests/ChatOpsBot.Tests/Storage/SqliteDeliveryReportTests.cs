namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteDeliveryReportTests() : DeliveryReportContract(new SqliteDatabase());
