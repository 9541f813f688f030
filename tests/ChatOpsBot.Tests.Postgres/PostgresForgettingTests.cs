using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresForgettingTests(PostgresServer server) : ForgettingContract(new PostgresDatabase(server));
