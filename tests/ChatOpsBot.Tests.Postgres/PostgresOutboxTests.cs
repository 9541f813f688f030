using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresOutboxTests(PostgresServer server) : OutboxMessageContract(new PostgresDatabase(server));
