using System.Text;
using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Tickets.Webhook;

/// <summary>The whole bot, with its requests handed over to a <see cref="FakeReceiver"/>.</summary>
internal sealed class WebhookBot : IAsyncDisposable
{
    private static int _ids;

    private WebhookBot(FakeReceiver receiver, RunningBot bot) => (Receiver, Bot) = (receiver, bot);

    public FakeReceiver Receiver { get; }

    public RunningBot Bot { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<WebhookBot> StartAsync(params (string Key, string Value)[] settings)
    {
        var receiver = await FakeReceiver.StartAsync();
        (string Key, string Value)[] usual =
        [
            ("Desk:Kind", "Webhook"),
            ("Desk:Webhook:Url", receiver.Address.ToString()),
            ("Desk:Webhook:Secret", FakeReceiver.Secret),
            ("Desk:Webhook:CallbackSecret", FakeReceiver.Secret),
            ("Desk:Webhook:WorkedBy", "the night shift"),
        ];
        return new(receiver, await RunningBot.StartAsync([.. usual.ExceptBy(settings.Select(it => it.Key), it => it.Key), .. settings]));
    }

    /// <summary>The program tells something of a ticket, a minute later, and the bot does what follows from it.</summary>
    /// <param name="told">As JSON.</param>
    public async Task<int> TellAsync(string told, string? id = null)
    {
        Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        var (status, _) = await SendAsync(told, id);
        await Bot.SettleAsync();
        return status;
    }

    /// <summary>Sends a callback, signed as it has to be but for what a test changes of it.</summary>
    public async Task<(int Status, JsonNode? Body)> SendAsync(
        string body,
        string? id = null,
        string secret = FakeReceiver.Secret,
        TimeSpan late = default,
        string? signed = null,
        Action<HttpRequestMessage>? change = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Bot.Address, "/api/desk/webhook"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        var time = $"{(Bot.Clock.GetUtcNow() - late).ToUnixTimeSeconds()}";
        id ??= $"evt_{Interlocked.Increment(ref _ids)}";
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", time);
        request.Headers.Add("webhook-signature", ReceivedEvent.SignatureOf(secret, id, time, signed ?? body));
        change?.Invoke(request);
        using var response = await http.SendAsync(request, Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
