using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresDeliveryReportTests(PostgresServer server) : DeliveryReportContract(new PostgresDatabase(server));
