using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresRequestTests(PostgresServer server) : RequestContract(new PostgresDatabase(server));
