using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresStorageTests(PostgresServer server) : StorageContract(new PostgresDatabase(server));
