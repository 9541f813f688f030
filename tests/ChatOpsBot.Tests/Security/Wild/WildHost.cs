using System.Diagnostics;
using System.Net.Http.Headers;
using ChatOpsBot.Host;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Tests.Security.Wild;

/// <summary>The whole bot, on Kestrel and a SQLite file, with all its work beside the turns, to be sent wild things.</summary>
internal sealed class WildHost : IAsyncDisposable
{
    /// <summary>Holds every role.</summary>
    public const string Approver = "wild-approver";

    /// <summary>How the complaint about a missing response begins.</summary>
    public const string NoResponse = "No response within";

    /// <summary>How long a response may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // 415 and 501: another content type, and an invoke that nobody knows.
    private static readonly HashSet<int> Documented = [200, 201, 202, 400, 401, 403, 413, 415, 429, 501, 503];

    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly WildRecord _record;

    private WildHost(DirectoryInfo folder, WebApplication app, WildRecord record, TimeSpan patience)
    {
        (_folder, _app, _record) = (folder, app, record);
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = patience };
    }

    /// <param name="change">Parts that somebody else has made already.</param>
    /// <param name="patience">How long a response may take; null for <see cref="Patience"/>.</param>
    public static async Task<WildHost> StartAsync(
        WildRecord record, Action<IServiceCollection>? change = null, TimeSpan? patience = null)
    {
        var folder = Directory.CreateTempSubdirectory("chatopsbot-");
        var app = BotHost.Build(
            new BotHostArguments { Environment = "Development", Urls = "http://127.0.0.1:0", WithPlayground = false },
            builder =>
            {
                builder.Logging.ClearProviders().AddProvider(record.Log);
                builder.Configuration.AddInMemoryCollection([
                    new("Storage:ConnectionString", $"Data Source={folder.FullName}/bot.db"),
                    new("Turns:Limit", "00:00:14"),
                    .. Unpaced.Settings,
                    .. ChatSystems.Settings.Select(it => KeyValuePair.Create(it.Key, (string?)it.Value)),
                    .. Roles.Select(role => KeyValuePair.Create($"Approvals:Roles:{role}:0", (string?)$"aad-{Approver}")),
                ]);
                change?.Invoke(builder.Services);
                builder.Services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(record.Teams.Line));
            });
        await app.StartAsync();
        return new(folder, app, record, patience ?? Patience);
    }

    private static string[] Roles => ["dr-authority", "dr-coordinator", "dr-operator", "application-owner"];

    /// <summary>Plays a session to its end, unless something forbidden happens before.</summary>
    public async Task PlayAsync(int seed, int number)
    {
        var session = new WildSession(seed, number);
        foreach (var chat in session.Chats)
            _record.Teams.Open(chat);
        for (var step = 0; step < WildSession.Steps; step++)
        {
            var (kind, chat, body) = session.Next("http://127.0.0.1:9/emea/");
            List<string> complaints = [.. await SendAsync(kind, chat, body), .. session.Chats.SelectMany(it => it.TakeComplaints())];
            foreach (var complaint in complaints)
                _record.Tally.Add(new WildFailure(number, kind, complaint, [.. session.Sent]));
            if (complaints.Count > 0)
                break;
        }

        foreach (var chat in session.Chats)
            _record.Teams.Close(chat);
    }

    /// <summary>Sends one thing; what is wrong with its response.</summary>
    public async Task<IReadOnlyList<string>> SendAsync(string kind, WildChat? chat, byte[] body)
    {
        var since = Stopwatch.GetTimestamp();
        try
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await _http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
            var said = await response.Content.ReadAsStringAsync();
            var status = (int)response.StatusCode;
            _record.Tally.Add(kind, status, Stopwatch.GetElapsedTime(since));
            return Complaints(chat, status, said);
        }
        catch (Exception fault) when (fault is TaskCanceledException or HttpRequestException)
        {
            return [$"{NoResponse} {_http.Timeout}: {fault.Message}"];
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static List<string> Complaints(WildChat? chat, int status, string said)
    {
        List<string> complaints = Documented.Contains(status) ? [] : [$"Status {status}: {said}"];
        if (status != 200 || said.Length == 0)
            return complaints;

        // A press that failed says so in its body.
        if (said.Contains("\"statusCode\":500", StringComparison.Ordinal) && !said.Contains("\"code\":\"busy\"", StringComparison.Ordinal))
            complaints.Add($"The press failed: {said}");
        if (chat is not null)
            chat.Hears(null, said);
        else
            complaints.AddRange(ReplyRules.Complaints(said));
        return complaints;
    }
}
