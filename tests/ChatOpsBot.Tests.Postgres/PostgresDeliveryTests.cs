using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresDeliveryTests(PostgresServer server) : DeliveryContract(new PostgresDatabase(server));
