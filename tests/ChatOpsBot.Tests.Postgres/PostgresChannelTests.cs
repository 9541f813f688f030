using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresChannelTests(PostgresServer server) : ChannelContract(new PostgresDatabase(server));
