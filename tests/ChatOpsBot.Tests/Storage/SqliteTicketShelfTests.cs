namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteTicketShelfTests() : TicketShelfContract(new SqliteDatabase());
