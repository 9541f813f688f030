namespace ChatOpsBot.Tests.Storage;

public sealed class SqliteRoleTests() : RoleContract(new SqliteDatabase());
