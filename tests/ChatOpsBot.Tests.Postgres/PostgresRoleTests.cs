using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresRoleTests(PostgresServer server) : RoleContract(new PostgresDatabase(server));
