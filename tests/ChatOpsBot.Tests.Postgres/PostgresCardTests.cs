using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresCardTests(PostgresServer server) : CardContract(new PostgresDatabase(server));
