using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresSubscriptionTests(PostgresServer server) : SubscriptionContract(new PostgresDatabase(server));
