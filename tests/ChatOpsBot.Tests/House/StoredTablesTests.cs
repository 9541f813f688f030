using System.Text;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.House;

/// <summary>Nothing is stored that is not said to be, to the last column.</summary>
public sealed class StoredTablesTests
{
    private const string Page = "bot/Storage/README.md";
    private const string Begin = "<!-- tables: made from People/StoredTables.cs -->";
    private const string End = "<!-- end of tables -->";

    private static readonly DbContextOptions<SqliteBotDb> Sqlite = new DbContextOptionsBuilder<SqliteBotDb>()
        .UseSqlite("Data Source=:memory:")
        .Options;
    private static readonly DbContextOptions<PostgresBotDb> Postgres = new DbContextOptionsBuilder<PostgresBotDb>()
        .UseNpgsql("Host=none")
        .Options;

    public static TheoryData<string> Providers => ["Sqlite", "PostgreSql"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_table_and_every_column_is_said_to_be_stored(string provider)
    {
        using BotDb db = provider == "Sqlite" ? new SqliteBotDb(Sqlite) : new PostgresBotDb(Postgres);
        var stored = db.Model.GetEntityTypes()
            .SelectMany(table => table.GetProperties().Select(column => $"{table.GetTableName()}.{column.GetColumnName()}"));

        Assert.Equal(
            stored.Order(StringComparer.Ordinal),
            StoredTables.All.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_about_people_says_what_becomes_of_it_when_they_are_forgotten() =>
        Assert.All(StoredTables.All, table => Assert.Equal(table.IsAboutPeople, table.Forgotten is not null));

    /// <summary>CHATOPSBOT_ACCEPT=1 rewrites the tables of the page.</summary>
    [Fact]
    public void The_page_about_storage_has_the_same_tables()
    {
        var text = Repository.Read(Page);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("CHATOPSBOT_ACCEPT") == "1")
            File.WriteAllText(Path.Combine(Repository.Root.FullName, Page), text[..begin] + Tables() + text[end..]);
        else
            Assert.Equal(Tables(), text[begin..end]);
    }

    private static string Tables()
    {
        var text = new StringBuilder(
            "\n| table | what | about a person | kept | who sees it | when somebody is forgotten |\n|---|---|---|---|---|---|\n");
        foreach (var table in StoredTables.All.Where(table => table.IsAboutPeople))
            text.Append("| ")
                .AppendJoin(" | ", table.Name, table.What, About(table), table.Kept, table.SeenBy, table.Forgotten)
                .Append(" |\n");
        text.Append("\nNothing about a person is in: ")
            .AppendJoin(
                "; ",
                StoredTables.All.Where(table => !table.IsAboutPeople).Select(table => $"{table.Name} ({table.What}; kept {table.Kept})"))
            .Append(".\n");
        return text.ToString();
    }

    private static string About(StoredTable table)
    {
        (string What, IReadOnlyList<string> Columns)[] kinds =
        [
            ("id", table.Ids),
            ("name", table.Names),
            ("way to a chat", table.Chats),
            ("text", table.Texts),
        ];
        return string.Join(
            "; ", kinds.Where(kind => kind.Columns.Count > 0).Select(kind => $"{kind.What}: {string.Join(", ", kind.Columns)}"));
    }
}
