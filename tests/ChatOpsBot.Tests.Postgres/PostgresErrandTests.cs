using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresErrandTests(PostgresServer server) : OutboxMessageContract(new PostgresDatabase(server));
