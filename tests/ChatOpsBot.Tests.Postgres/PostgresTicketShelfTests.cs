using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Postgres;

public sealed class PostgresTicketShelfTests(PostgresServer server) : TicketShelfContract(new PostgresDatabase(server));
