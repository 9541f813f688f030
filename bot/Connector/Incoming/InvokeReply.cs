using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>
/// The answer to an invoke, sent in the HTTP response itself, with status 200 even for an error, which is in the body. The factories here
/// are the answers to an <c>Action.Execute</c> (Adaptive Cards documentation, "Universal Action Model", response format); those to a search
/// are in <see cref="ComposeReply"/>.
/// </summary>
public sealed class InvokeReply
{
    internal const string CardType = "application/vnd.microsoft.card.adaptive";

    private static readonly JsonSerializerSettings Settings = new() { NullValueHandling = NullValueHandling.Ignore };

    private readonly object _body;

    /// <param name="body">One of the SDK's responses to an invoke.</param>
    internal InvokeReply(object body) => _body = body;

    /// <summary>Made by <see cref="Error"/>.</summary>
    public bool IsError { get; private init; }

    /// <summary>About how many bytes of memory its text takes.</summary>
    public int Size { get; private init; }

    /// <summary>The card that replaces the one whose button was pressed.</summary>
    public static InvokeReply Card(JsonNode card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var json = card.ToJsonString();
        return new(Response(200, CardType, new JRaw(json))) { Size = json.Length * sizeof(char) };
    }

    /// <summary>A short line shown to the person who pressed; the card stays.</summary>
    public static InvokeReply Message(string text) => new(Response(200, "application/vnd.microsoft.activity.message", text));

    /// <summary>The press failed: the client shows <paramref name="message"/> under the card.</summary>
    /// <param name="code">A stable word for programs.</param>
    /// <param name="message">A sentence for the person.</param>
    /// <param name="statusCode">400 when what was pressed or typed is at fault, 500 when the bot is.</param>
    public static InvokeReply Error(string code, string message, int statusCode = 400) =>
        new(Response(statusCode, "application/vnd.microsoft.error", new Error(code, message))) { IsError = true };

    internal string ToJson() => JsonConvert.SerializeObject(_body, Settings);

    private static AdaptiveCardInvokeResponse Response(int statusCode, string type, object value) =>
        new() { StatusCode = statusCode, Type = type, Value = value };
}
