using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Tests.LanguageModel;

/// <summary>A server with a language model as the bot sees it: chat completions of an OpenAI-compatible API on a loopback port.</summary>
internal sealed class FakeModel : IAsyncDisposable
{
    public const string Name = "sorter-1";
    public const string Key = "key-of-the-test-4711";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonObject> _asked = [];
    private readonly ConcurrentQueue<string?> _keys = [];
    private readonly SemaphoreSlim _arrived = new(0);

    private FakeModel(WebApplication app) => _app = app;

    /// <summary>What it was asked, oldest first.</summary>
    public IReadOnlyList<JsonObject> Asked => [.. _asked];

    /// <summary>How whoever asked signed in.</summary>
    public IReadOnlyList<string?> Keys => [.. _keys];

    /// <summary>What it does with a question: <see cref="FakeFault"/> in the place of an answer.</summary>
    public FakeFault Answer { get; set; } = Chooses(Choice("none"));

    /// <summary>The address of the API.</summary>
    public string Endpoint => $"{_app.Urls.Single()}/v1";

    /// <summary>The settings of a bot that uses it.</summary>
    public (string Key, string Value)[] Settings =>
        [("LanguageModel:Endpoint", Endpoint), ("LanguageModel:Model", Name), ("LanguageModel:ApiKey", Key)];

    public static async Task<FakeModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var model = new FakeModel(app);
        app.MapPost("/v1/chat/completions", model.PlayAsync);
        await app.StartAsync();
        return model;
    }

    /// <summary>A choice with all fields of the schema.</summary>
    public static JsonObject Choice(string choice, params int[] rows) => new()
    {
        ["choice"] = choice,
        ["rows"] = new JsonArray([.. rows.Select(row => JsonValue.Create(row))]),
        ["side"] = null,
        ["request"] = null,
        ["small_talk"] = null,
        ["values"] = new JsonArray(),
    };

    public static JsonObject Request(string id, params (string Slot, string Text)[] values)
    {
        var choice = Choice("request").With("request", id);
        foreach (var (slot, text) in values)
            choice["values"]!.AsArray().Add(new JsonObject { ["slot"] = slot, ["text"] = text });
        return choice;
    }

    public static FakeFault Chooses(JsonObject choice) => Says(choice.ToJsonString());

    /// <summary>A completion with this text.</summary>
    public static FakeFault Says(string text, string finish = "stop") => new(http => http.Response.WriteAsJsonAsync(new JsonObject
    {
        ["id"] = "c-1",
        ["object"] = "chat.completion",
        ["created"] = 1_800_000_000,
        ["model"] = Name,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
            ["finish_reason"] = finish,
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 900, ["completion_tokens"] = 30, ["total_tokens"] = 930 },
    }));

    /// <summary>Waits until somebody has asked.</summary>
    public Task AskedAsync() => _arrived.WaitAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _arrived.Dispose();
    }

    private async Task PlayAsync(HttpContext http)
    {
        _asked.Enqueue((await JsonSerializer.DeserializeAsync<JsonObject>(http.Request.Body))!);
        _keys.Enqueue(http.Request.Headers.Authorization);
        _arrived.Release();
        await Answer.Play(http);
    }
}
