using System.Text.Encodings.Web;
using System.Text.Json;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.LanguageModel;

/// <summary>A bot with a language model, and somebody who talks to it.</summary>
internal sealed class AdvisedBot : IAsyncDisposable
{
    /// <summary>The bot does not know the word and asks which task is meant.</summary>
    public const string Puzzle = "Who is in charge of flurbing?";

    public const string Note = "A language model helped to understand this question. The answer is the matrix's own text.";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private AdvisedBot(FakeModel model, RunningBot bot) => (Model, Bot, Ana) = (model, bot, bot.Colleague("ana"));

    public FakeModel Model { get; }

    public RunningBot Bot { get; }

    public Colleague Ana { get; }

    /// <summary>Everything that Teams shows, as the JSON that was sent.</summary>
    public string Shown => string.Join('\n', Bot.Teams.Messages.Select(message => message.Content.ToJsonString(Readable)));

    public static async Task<AdvisedBot> StartAsync(params (string Key, string Value)[] settings)
    {
        var model = await FakeModel.StartAsync();
        return new(model, await RunningBot.StartAsync([.. model.Settings, .. settings]));
    }

    /// <summary>What a bot without a language model answers to a message.</summary>
    public static async Task<string> WithoutAsync(string message)
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = bot.Colleague("ana");
        await ana.SaysAsync(message);
        return Last(bot);
    }

    /// <summary>The last message in the chat, as the JSON that was sent.</summary>
    public string LastShown => Last(Bot);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Model.DisposeAsync();
    }

    private static string Last(RunningBot bot)
    {
        var content = bot.Teams.Messages[^1].Content.DeepClone().AsObject();
        // These name the chat and the message.
        foreach (var name in new[] { "replyToId", "conversation", "recipient", "from", "serviceUrl", "id" })
            content.Remove(name);
        return content.ToJsonString(Readable);
    }
}
