using System.Text.Json;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Domain.Requests.Files;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.Webhook;

/// <summary>
/// What is posted, as CloudEvents 1.0. An id is made of the request's key and of what was done: the same sent twice has one id, and no dot
/// in it.
/// </summary>
internal sealed class WebhookEvents(IOptions<WebhookOptions> options, TimeProvider time)
{
    private const string Prefix = "com.chatopsbot.request.";

    private static readonly JsonEventFormatter Formatter = new();

    public WebhookEvent Opened(TicketDraft ticket) => Event("opened", $"{ticket.Version}", HandedOverRequest.Of(ticket));

    public WebhookEvent Changed(FiledTicket known, TicketDraft ticket) =>
        Event("changed", $"{ticket.Version}", HandedOverRequest.Of(ticket, known.Number));

    public WebhookEvent Withdrawn(FiledTicket known) => Event("withdrawn", part: null, new(known.Id!, known.Number));

    public WebhookEvent Replied(FiledTicket known, DeskReply reply) =>
        Event("replied", reply.Mark, new(known.Id!, known.Number) { Reply = HandedOverReply.Of(reply) });

    /// <summary>Its id is made of its name, which may begin with the key, and has dots.</summary>
    public WebhookEvent Attached(FiledTicket known, DeskFile file)
    {
        var said = new HandedOverRequest(known.Id!, known.Number) { File = HandedOverFile.Of(file) with { Content = file.Content } };
        var name = file.Name.StartsWith($"{said.Key}-", StringComparison.Ordinal) ? file.Name[(said.Key.Length + 1)..] : file.Name;
        return Event("file", name.Replace('.', '-'), said) with
        {
            IfTooLarge = new($"The receiver takes no file of that size: {file.Name} has {FileSize.Say(file.Content.Length)}."),
        };
    }

    private WebhookEvent Event(string what, string? part, HandedOverRequest data)
    {
        var id = part is null ? $"{data.Key}-{what}" : $"{data.Key}-{what}-{part}";
        var said = new CloudEvent
        {
            Id = id,
            Source = new(options.Value.Source, UriKind.RelativeOrAbsolute),
            Type = Prefix + what,
            Subject = data.Key,
            Time = time.GetUtcNow(),
            DataContentType = "application/json",
            Data = JsonSerializer.SerializeToElement(data, HandedOverJson.Default.HandedOverRequest),
        };
        var body = Formatter.EncodeStructuredModeMessage(said, out var type);
        return new(id, body, type.ToString());
    }
}

/// <param name="Body">As it is sent, and signed.</param>
internal sealed record WebhookEvent(string Id, ReadOnlyMemory<byte> Body, string ContentType)
{
    /// <summary>What it means that the receiver takes nothing so large; null where it is for the administrator.</summary>
    public DeskAnswer.Refused? IfTooLarge { get; init; }
}
