using System.Diagnostics;
using ChatOpsBot.Tests.Support;
using Npgsql;

namespace ChatOpsBot.Tests.Postgres;

/// <summary>
/// A PostgreSQL for these tests: the one that CHATOPSBOT_TEST_POSTGRES names, or a private one started from the installed
/// binaries in a temporary folder and thrown away afterwards.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-pg-");
    private string? _server = Environment.GetEnvironmentVariable("CHATOPSBOT_TEST_POSTGRES");
    private string? _binaries;
    private string _options = "";

    /// <summary>Why there is no server; null when there is one.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>Whether it is a private one, which may be stopped.</summary>
    public bool IsOwn => _binaries is not null;

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder(_server) { Database = database }.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        if (_server is not null)
            return;

        _binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Order().Select(version => Path.Combine(version, "bin")).LastOrDefault()
            : null;
        if (_binaries is null)
        {
            WhyNot = "No PostgreSQL: none under /usr/lib/postgresql, and CHATOPSBOT_TEST_POSTGRES is not set.";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", WhyNot);
            return;
        }

        await StartAsync(_binaries);
    }

    /// <summary>Stops the private one, and starts it again on the same port and data.</summary>
    /// <param name="mode">As <c>pg_ctl stop -m</c> has it.</param>
    /// <param name="pause">How long it is away.</param>
    public async Task RestartAsync(string mode, TimeSpan pause)
    {
        await MustRunAsync(Path.Combine(_binaries!, "pg_ctl"), "stop", "-D", DataFolder, "-m", mode, "-w");
        await Task.Delay(pause);
        await MustRunAsync(Path.Combine(_binaries!, "pg_ctl"), "start", "-D", DataFolder, "-w", "-l", LogFile, "-o", _options);
    }

    public async ValueTask DisposeAsync()
    {
        if (_binaries is not null)
            await RunAsync(Path.Combine(_binaries, "pg_ctl"), "stop", "-D", DataFolder, "-m", "immediate", "-w");
        _folder.Delete(recursive: true);
    }

    private string DataFolder => Path.Combine(_folder.FullName, "data");

    private string LogFile => Path.Combine(_folder.FullName, "log");

    private async Task StartAsync(string binaries)
    {
        var port = Ports.Free();
        // PostgreSQL refuses to run as root; the account that Debian made for it takes the folder over.
        if (Environment.UserName == "root")
            await MustRunAsync("chown", "postgres", _folder.FullName);

        await MustRunAsync(Path.Combine(binaries, "initdb"), "-D", DataFolder, "-U", "postgres", "--auth=trust", "--no-sync");
        _options = $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=300";
        await MustRunAsync(Path.Combine(binaries, "pg_ctl"), "start", "-D", DataFolder, "-w", "-l", LogFile, "-o", _options);
        _server = $"Host=127.0.0.1;Port={port};Username=postgres";
    }

    private async Task MustRunAsync(string program, params string[] arguments)
    {
        var (code, output) = await RunAsync(program, arguments);
        Assert.True(code == 0, $"{program} ended with {code}: {output}");
    }

    private async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        var asPostgres = Environment.UserName == "root" && program != "chown";
        var command = asPostgres ? ["runuser", "-u", "postgres", "--", program, .. arguments] : (string[])[program, .. arguments];
        // A file and not a pipe takes the output: the server inherits it and would keep a pipe open.
        var log = Path.Combine(Path.GetTempPath(), $"{_folder.Name}.out");
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >\"$0\" 2>&1 </dev/null", log, .. command])
        {
            WorkingDirectory = Path.GetTempPath(),
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        var output = await File.ReadAllTextAsync(log);
        File.Delete(log);
        return (process.ExitCode, output);
    }
}
