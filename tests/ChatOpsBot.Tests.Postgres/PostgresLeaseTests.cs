using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresLeaseTests(PostgresServer server) : LeaseContract(new PostgresDatabase(server));
