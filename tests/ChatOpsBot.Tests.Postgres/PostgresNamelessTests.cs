using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresNamelessTests(PostgresServer server) : NamelessContract(new PostgresDatabase(server));
