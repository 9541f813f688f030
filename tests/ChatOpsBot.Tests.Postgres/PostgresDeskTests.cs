using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresDeskTests(PostgresServer server) : DeskContract(new PostgresDatabase(server));
