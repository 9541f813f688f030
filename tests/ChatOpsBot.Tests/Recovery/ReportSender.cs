using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>A program that reports DR events to a running bot, and a look at what became of them.</summary>
internal sealed class ReportSender(RunningBot bot) : IDisposable
{
    private readonly HttpClient _http = new();
    private int _sent;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public RunningBot Bot => bot;

    /// <summary>Sent with everything; null for none.</summary>
    public string? Key { get; set; }

    public static JsonObject Event(string id, string type, JsonNode? data) => new()
    {
        ["specversion"] = "1.0",
        ["source"] = "/monitor/one",
        ["id"] = id,
        ["type"] = $"chatopsbot.dr.{type}",
        ["data"] = data,
    };

    public static JsonNode Data(string json) => JsonNode.Parse(json)!;

    /// <summary>Reports under an id of its own, in structured mode.</summary>
    public Task<(int Status, JsonNode? Body)> ReportAsync(string type, string data) => SendAsync(Event($"n{++_sent}", type, Data(data)));

    public Task<(int Status, JsonNode? Body)> SendAsync(JsonNode body) =>
        SendAsync(body.ToJsonString(), body is JsonArray ? "application/cloudevents-batch+json" : "application/cloudevents+json");

    public async Task<(int Status, JsonNode? Body)> SendAsync(string body, string? type, params (string Name, string Value)[] headers)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        return await SendAsync(content, type, headers);
    }

    public async Task<(int Status, JsonNode? Body)> SendAsync(
        HttpContent content, string? type, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Address, "/api/dr-events")) { Content = content };
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (Key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request, Cancel);
        var answer = await response.Content.ReadAsStringAsync(Cancel);
        return ((int)response.StatusCode, answer.Length == 0 ? null : JsonNode.Parse(answer));
    }

    public Task<IReadOnlyList<RecoveryEvent>> EventsAsync(string? tenant = null) =>
        AskAsync(db => new RecoveryStore(db).LatestAsync(tenant, 100, Cancel));

    public async Task<RecoveryEvent> EventAsync() => Assert.Single(await EventsAsync(RecoveryStore.AnyTenant));

    public async Task<T> AskAsync<T>(Func<BotDb, Task<T>> question)
    {
        await using var db = await bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        return await question(db);
    }

    /// <summary>A person takes a step that no program may.</summary>
    public async Task PersonStepsAsync(RecoveryState to)
    {
        await using var db = await bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        var store = new RecoveryStore(db);
        var drEvent = (await store.LatestAsync(null, 1, Cancel))[0];
        var moves = bot.Services.GetRequiredService<EventTransitions>();
        var change = moves.Step(
            drEvent, to, new("aad-eva", "Eva"), null, bot.Clock.GetUtcNow(), Enum.GetValues<RecoveryRole>().ToHashSet());
        await store.PutAsync(Assert.IsType<RecoveryChange.Done>(change).Event, null, bot.Clock.GetUtcNow(), Cancel);
        await db.SaveChangesAsync(Cancel);
    }

    public void Dispose() => _http.Dispose();
}
