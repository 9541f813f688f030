using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresUpgradeTests(PostgresServer server) : UpgradeContract(new PostgresDatabase(server));
