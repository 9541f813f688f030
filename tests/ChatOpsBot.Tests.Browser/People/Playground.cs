using System.Diagnostics;
using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Browser.People;

/// <summary>
/// A Playground with one person at it. A Playground knows one current user only, so two people have one each at the same bot; what
/// the bot sends goes to the one where the conversation is, by its service URL. Groups and channels are not shared between them.
/// </summary>
internal sealed class Playground : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-playground-");
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private Playground(Uri bot, Person person)
    {
        Person = person;
        var port = Ports.Free();
        Address = new($"http://localhost:{port}");
        File.WriteAllText(Path.Combine(_folder.FullName, ".m365agentsplayground.yml"), Context(person).ToJsonString());
        string[] arguments =
        [
            Path.Combine(Tools.Npm, "node_modules", "@microsoft", "m365agentsplayground", "cli.js"),
            "start", "-e", new Uri(bot, "api/messages").AbsoluteUri, "-c", "msteams", "-p", $"{port}", "--disable-telemetry",
        ];
        _process = new Process
        {
            StartInfo = new("node", arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = _folder.FullName,
                // What it tells the bot as the person's time zone.
                Environment = { ["TZ"] = "Europe/Berlin" },
            },
            EnableRaisingEvents = true,
        };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("The Playground ended."));
    }

    public Person Person { get; }

    public Uri Address { get; }

    /// <summary>Where the bot posts to reach this person.</summary>
    public string ServiceUrl => $"{Address}_connector/";

    public static async Task<Playground> StartAsync(Uri bot, Person person)
    {
        var playground = new Playground(bot, person);
        playground._process.Start();
        playground._process.BeginOutputReadLine();
        playground._process.BeginErrorReadLine();
        await playground._listening.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        return playground;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Read(string? line)
    {
        if (line?.StartsWith("Listening on ", StringComparison.Ordinal) == true)
            _listening.TrySetResult();
    }

    // The form of the file: "Customize Teams context" in Microsoft's page on debugging in the Agents Playground. JSON is YAML too.
    private static JsonObject Context(Person person) => new()
    {
        ["version"] = "0.1.1",
        ["tenantId"] = "10000000-0000-4000-8000-000000000001",
        ["bot"] = new JsonObject { ["id"] = "10000000-0000-4000-8000-000000000011", ["name"] = "Test Bot" },
        ["currentUser"] = User(person),
        ["users"] = new JsonArray([.. Person.All.Where(other => other != person).Select(User)]),
        ["personalChat"] = new JsonObject { ["id"] = person.PersonalChat },
        ["groupChat"] = new JsonObject { ["id"] = $"group-{person.Name}", ["name"] = "Group Chat" },
        ["team"] = new JsonObject
        {
            ["id"] = $"team-{person.Name}",
            ["name"] = "My Team",
            ["aadGroupId"] = "10000000-0000-4000-8000-000000000031",
            ["channels"] = new JsonArray(new JsonObject { ["id"] = $"channel-{person.Name}", ["name"] = "Announcements" }),
        },
    };

    // "userPrincipleName" is how the Playground spells it.
    private static JsonObject User(Person person) => new()
    {
        ["id"] = person.Id,
        ["name"] = person.Name,
        ["aadObjectId"] = person.EntraId,
        ["givenName"] = person.Name,
        ["surname"] = "Example",
        ["email"] = $"{person.Name}@example.com",
        ["userPrincipleName"] = $"{person.Name}@example.com",
    };
}
