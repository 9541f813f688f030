using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Benchmarks.Peers;

/// <summary>A Teams that takes every message and counts it. It costs little, since it runs on the cores of what is measured.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private static readonly ReadOnlyMemory<byte> Taken = "{\"id\":\"1700000000001\"}"u8.ToArray();

    private readonly WebApplication _app;
    private long _messages;

    private Sink(WebApplication app) => _app = app;

    public string ServiceUrl => $"{_app.Urls.Single()}/emea/";

    /// <summary>Messages that came so far; what says that somebody types is none.</summary>
    public long Messages => Volatile.Read(ref _messages);

    public static async Task<Sink> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var sink = new Sink(app);
        app.Run(sink.TakeAsync);
        await app.StartAsync();
        return sink;
    }

    /// <summary>How many messages there are once no more come.</summary>
    public async Task<long> RestAsync()
    {
        long before;
        do
        {
            before = Messages;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
        while (before != Messages);

        return before;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        var isTyping = await SaysTypingAsync(http.Request.BodyReader);
        if (HttpMethods.IsPost(http.Request.Method) && !isTyping)
            Interlocked.Increment(ref _messages);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = Taken.Length;
        await http.Response.BodyWriter.WriteAsync(Taken);
    }

    private static async Task<bool> SaysTypingAsync(PipeReader body)
    {
        ReadResult read;
        while (!(read = await body.ReadAsync()).IsCompleted)
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        var isTyping = new SequenceReader<byte>(read.Buffer).TryReadTo(out ReadOnlySequence<byte> _, "\"typing\""u8);
        body.AdvanceTo(read.Buffer.End);
        return isTyping;
    }
}
