using System.Net;
using System.Net.Sockets;
using ChatOpsBot.Storage;
using Microsoft.Data.Sqlite;

namespace ChatOpsBot.Tests.Host;

/// <summary>What stops the bot at its start is told in lines that say what to mend, without a stack trace.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-");

    private (string, string) Database => ("Storage__ConnectionString", $"Data Source={Path.Combine(_folder.FullName, "bot.db")}");

    [Fact]
    public async Task Outside_local_mode_the_missing_app_id_is_named()
    {
        var errors = await FailsAsync([], Database);
        Assert.Contains("Teams:AppId is missing", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_of_the_settings_are_told_at_once()
    {
        var errors = await FailsAsync(
            ["--dev"],
            ("Storage__Provider", "PostgreSql"),
            ("Turns__Limit", "00:10:00"),
            ("Turns__TimeZone", "Europe/Nowhere"),
            ("Contact__Link", "not an address"));
        Assert.Contains("Storage:ConnectionString is missing", errors, StringComparison.Ordinal);
        Assert.Contains("Turns:Limit", errors, StringComparison.Ordinal);
        Assert.Contains("Turns:TimeZone is 'Europe/Nowhere'", errors, StringComparison.Ordinal);
        Assert.Contains("Contact:Link", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_that_cannot_be_read_are_told_together_with_all_other_faults()
    {
        var errors = await FailsAsync(
            ["--dev", "--urls", "nonsense"],
            ("Storage__Provider", "7"),
            ("Storage__RememberActivities", "99999999.00:00:00"),
            ("Teams__ManagedIdentity", "maybe"),
            ("Teams__AllowedTenants", "no list"),
            ("Turns__RememberAtMost", "many"),
            ("Playground__Port", "99999"),
            ("Logging__LogLevel__Default", "Loud"),
            ("Contact__Link", "not an address"));
        string[] named =
        [
            "Storage:Provider is '7', but must be one of Sqlite, PostgreSql.", "Storage:RememberActivities", "Teams:ManagedIdentity",
            "Teams:AllowedTenants must be a list", "Turns:RememberAtMost", "Playground:Port", "Logging:LogLevel:Default", "Contact:Link",
            "'nonsense'",
        ];
        Assert.All(named, name => Assert.Contains(name, errors, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_setting_that_nobody_reads_is_named_with_the_one_that_may_be_meant()
    {
        var errors = await FailsAsync(
            ["--dev"],
            Database,
            ("Outbox__Lese", "00:01:00"),
            ("Recovery__AskEvry", "00:10:00"),
            ("Recovery__Reporters__0__Nmae", "monitoring"),
            ("Recovery__Announcing__Colour", "blue"),
            ("Teams__TenatId", "11111111-2222-3333-4444-555555555555"),
            ("Systems__Fiel", "systems.json"),
            ("Team__AppId", "11111111-2222-3333-4444-555555555555"),
            ("RecoveryX__AskEvery", "00:10:00"),
            ("Somebody__Else", "1"));
        string[] told =
        [
            "Outbox:Lese is not a setting. Did you mean Outbox:Lease?",
            "Recovery:AskEvry is not a setting. Did you mean Recovery:AskEvery?",
            "Recovery:Reporters:0:Nmae is not a setting. Did you mean Recovery:Reporters:0:Name?",
            "Recovery:Announcing:Colour is not a setting. Recovery:Announcing has AtOnce, Attempts, ",
            "Teams:TenatId is not a setting. Did you mean Teams:TenantId?",
            "Systems:Fiel is not a setting. Did you mean Systems:File?",
            "Team is not a group of settings. Did you mean Teams?",
            "RecoveryX is not a group of settings. Did you mean Recovery?",
        ];
        Assert.DoesNotContain("Somebody", errors, StringComparison.Ordinal);
        Assert.All(told, line => Assert.Contains(line, errors, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ranges_and_rules_between_settings_are_told_at_once()
    {
        var errors = await FailsAsync(
            ["--dev"],
            Database,
            ("Turns__Limit", "00:00:00"),
            ("Outbox__Parallel", "65"),
            ("Outbox__Attempts", "0"),
            ("Outbox__TimeLimit", "00:03:00"),
            ("Retention__Drafts", "00:05:00"));
        string[] told =
        [
            "Turns:Limit must be more than 0 and at most 00:00:14.",
            "Outbox:Parallel must be from 1 to 64.",
            "Outbox:Attempts must be at least 1.",
            "Outbox:Lease must be more than Outbox:TimeLimit.",
            "Retention:Drafts must be from 1.00:00:00 to 36500.00:00:00.",
        ];
        Assert.All(told, line => Assert.Contains(line, errors, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://localhost:99999")]
    [InlineData("https://localhost:5443")]
    [InlineData("http://localhost:5000/bot")]
    [InlineData("http://192.0.2.1:5000")]
    public async Task An_address_that_cannot_be_listened_on_is_named(string url)
    {
        var errors = await FailsAsync(["--dev", "--no-playground", "--urls", url], Database);
        Assert.Contains("--urls", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("crit:", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_was_killed_while_it_made_its_tables_starts_again()
    {
        await using (var connection = new SqliteConnection($"{Database.Item2};Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" (
                    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2020-01-01 00:00:00.000+00:00');
                """;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var (code, output, _) = await BotProcess.RunAsync(["--dev", "doctor"], "", Database);
        Assert.Equal(0, code);
        Assert.Contains("ok    database: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_is_none_of_the_known_is_named()
    {
        var errors = await FailsAsync(["--dev"], ("Storage__Provider", "Punchcards"));
        Assert.Contains("Storage:Provider", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_settings_file_that_is_no_json_is_named()
    {
        var file = Path.Combine(_folder.FullName, "broken.json");
        await File.WriteAllTextAsync(file, "{ broken", TestContext.Current.CancellationToken);
        Assert.Contains("broken.json", await FailsAsync(["--dev", "--settings", file], Database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_is_named()
    {
        var file = Path.Combine(_folder.FullName, "a file and no folder");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var errors = await FailsAsync(["--dev", "--no-playground"], ("Storage__ConnectionString", $"Data Source={file}/bot.db"));
        Assert.Contains("Storage:ConnectionString", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var errors = await FailsAsync(["--dev", "--no-playground", "--urls", $"http://localhost:{port}"], Database);
        Assert.Contains($"{port}", errors, StringComparison.Ordinal);
        Assert.Contains("--urls", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_makes_no_database_where_none_is()
    {
        var (code, output, _) = await BotProcess.RunAsync(["--dev", "doctor"], "", Database);
        Assert.Equal(0, code);
        Assert.Contains("--    database: there is none at ", output, StringComparison.Ordinal);
        Assert.False(File.Exists(SqliteFile.Of(Database.Item2)));
    }

    [Fact]
    public async Task The_doctor_says_what_is_not_checked_in_local_mode()
    {
        SqliteFile.Make(SqliteFile.Of(Database.Item2)!);
        var (code, output, _) = await BotProcess.RunAsync(["--dev", "doctor"], "", Database);
        Assert.Equal(0, code);
        Assert.Contains("ok    database: ", output, StringComparison.Ordinal);
        Assert.Contains("ok    desk: local desk", output, StringComparison.Ordinal);
        Assert.Contains("ok    outbox: nothing is overdue", output, StringComparison.Ordinal);
        Assert.Contains("--    approvals: ", output, StringComparison.Ordinal);
        Assert.Contains("--    tokens: not checked", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_names_what_to_mend()
    {
        var (code, output, _) = await BotProcess.RunAsync(["doctor"], "", Database);
        Assert.Equal(1, code);
        Assert.Contains("FAIL  configuration: Teams:AppId is missing", output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<string> FailsAsync(string[] arguments, params (string, string)[] environment)
    {
        var (code, output, errors) = await BotProcess.RunAsync(arguments, "", environment);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        return errors;
    }
}
