namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteChannelTests() : ChannelContract(new SqliteDatabase());
