using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresMigrationTests(PostgresServer server) : MigrationContract(new PostgresDatabase(server));
