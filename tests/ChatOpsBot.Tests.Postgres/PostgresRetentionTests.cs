using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresRetentionTests(PostgresServer server) : RetentionContract(new PostgresDatabase(server));
