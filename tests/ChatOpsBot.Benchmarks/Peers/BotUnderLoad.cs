using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace ChatOpsBot.Benchmarks.Peers;

/// <summary>The bot as a process of its own on a fresh database, and messages to it at a rate or number of our choice.</summary>
internal sealed class BotUnderLoad : IAsyncDisposable
{
    private const int WarmUp = 4_000;
    private const int AtOnce = 16;

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly DirectoryInfo _folder;
    private readonly Sink _sink;
    private readonly PeerProcess _process;
    private readonly HttpClient _http = new();
    private readonly string _withGaps;
    private int _posted;

    private BotUnderLoad(DirectoryInfo folder, Sink sink, PeerProcess process) =>
        (_folder, _sink, _process, _withGaps) = (folder, sink, process, PeerTurn.WithGaps(sink.ServiceUrl));

    public double ResidentMegabytes => _process.ResidentMegabytes;

    /// <summary>A bot that is warm: it has answered enough turns of enough people.</summary>
    public static async Task<BotUnderLoad> StartAsync(int people)
    {
        var folder = Directory.CreateTempSubdirectory("chatopsbot-");
        var bot = new BotUnderLoad(folder, await Sink.StartAsync(), await PeerProcess.StartAsync(PeerList.Bot(folder)));
        await bot.PostAsync(WarmUp, people);
        return bot;
    }

    /// <summary>As fast as it answers.</summary>
    public Task PostAsync(int count, int people) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (_, _) => await PostAsync(people));

    /// <summary>One message, and how long its answer took.</summary>
    public async Task<TimeSpan> PostAsync(int people)
    {
        var activity = PeerTurn.Filled(_withGaps, Interlocked.Increment(ref _posted), people, "who handles PTFs?");
        using var content = new StringContent(activity, Encoding.UTF8, Json);
        var since = Stopwatch.GetTimestamp();
        using var response = await _http.PostAsync(_process.Endpoint, content);
        response.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(since);
    }

    /// <summary>Every message that was sent has its one answer.</summary>
    public async Task CheckAsync()
    {
        var answers = await _sink.RestAsync();
        if (answers != _posted)
            throw new InvalidOperationException($"{_posted} messages were accepted, but {answers} answers came.");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Dispose();
        await _sink.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
