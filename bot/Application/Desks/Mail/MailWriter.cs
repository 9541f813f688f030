using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatOpsBot.Cards;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Domain.Requests.Files;
using Microsoft.Extensions.Options;
using MimeKit;

namespace ChatOpsBot.Application.Desks.Mail;

/// <summary>
/// Writes the mails of a request: one thread, whose first mail has an id made of the request's key. Each id is made of what the mail says,
/// so the same mail sent twice has one.
/// </summary>
internal sealed class MailWriter(IOptions<MailOptions> options, TimeProvider time)
{
    private const string Foot =
        "The request as JSON is attached for programs. Answers to this mail are not read by the bot: please contact the requester. If the "
        + "requester changes or withdraws the request, another mail in this thread says so.";

    private const string Again =
        "This mail may have reached you before: it was not certain that it had. If so, both have the same Message-ID, and one is enough.";

    // Umlauts as they are: people open it too.
    private static readonly JsonSerializerOptions Readable =
        new(HandedOverJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <summary>The id of a request's first mail, without brackets.</summary>
    public string IdOf(string key) => $"{key}@{options.Value.ReadFrom()!.Domain}";

    public MimeMessage Opened(TicketDraft ticket) => Write(
        IdOf(ticket.Key),
        ticket.Subject,
        ["A request from Microsoft Teams:", ticket.Body, Foot],
        ticket.MayBeThere,
        HandedOverRequest.Of(ticket));

    public MimeMessage Changed(FiledTicket known, TicketDraft ticket) => Follow(
        known,
        $"changed.{ticket.Version}",
        $"Changed: {ticket.Subject}",
        ["The requester changed the request. This takes the place of what it said before:", ticket.Body, Foot],
        ticket.MayBeThere,
        HandedOverRequest.Of(ticket));

    public MimeMessage Withdrawn(FiledTicket known) => Follow(
        known,
        "withdrawn",
        $"Withdrawn: [{KeyOf(known)}]",
        ["The requester withdrew the request. Nothing more is to be done; if work on it has begun, please contact the requester."],
        mayBeThere: false,
        new(KeyOf(known)));

    public MimeMessage Replied(FiledTicket known, DeskReply reply) => Follow(
        known,
        $"replied.{reply.Mark}",
        $"Message from the requester: [{KeyOf(known)}]",
        [$"{PlainText.Line(reply.By)} writes:", reply.Text, "Answers to this mail are not read by the bot: please contact the requester."],
        reply.MayBeThere,
        new(KeyOf(known)) { Reply = HandedOverReply.Of(reply) });

    /// <summary>The file is attached as it is; what the JSON says of it is for programs.</summary>
    public MimeMessage Attached(FiledTicket known, DeskFile file)
    {
        var mail = Follow(
            known,
            $"file.{file.Name}",
            $"File from the requester: [{KeyOf(known)}] {file.Name}",
            [
                $"The requester sent a file for this request. It is attached: {file.Name}, {FileSize.Say(file.Content.Length)}.",
                "It was not opened by the bot: treat it like any other file that somebody mails you.",
            ],
            file.MayBeThere,
            new(KeyOf(known)) { File = HandedOverFile.Of(file) });
        ((Multipart)mail.Body!).Add(PartOf(file));
        return mail;
    }

    private static string KeyOf(FiledTicket known) => known.Id!.Split('@')[0];

    // Nothing in it is read: a mail that is sent as a file stays a file.
    private static MimePart PartOf(DeskFile file) => new(
        MimeKit.ContentType.TryParse(file.ContentType, out var type)
            && !type.IsMimeType("message", "*") && !type.IsMimeType("multipart", "*")
            ? type
            : MimeKit.ContentType.Parse(MediaTypeNames.Application.Octet))
    {
        Content = new MimeContent(new MemoryStream(file.Content.ToArray(), writable: false)),
        ContentDisposition = new(MimeKit.ContentDisposition.Attachment),
        ContentTransferEncoding = ContentEncoding.Base64,
        FileName = file.Name,
    };

    // It belongs to the first mail, also where the sender's address has changed since.
    private MimeMessage Follow(
        FiledTicket known, string what, string subject, IEnumerable<string> paragraphs, bool mayBeThere, HandedOverRequest data)
    {
        var at = known.Id!.IndexOf('@', StringComparison.Ordinal);
        var mail = Write($"{known.Id[..at]}.{what}{known.Id[at..]}", subject, paragraphs, mayBeThere, data);
        mail.InReplyTo = known.Id;
        mail.References.Add(known.Id);
        return mail;
    }

    private MimeMessage Write(string id, string subject, IEnumerable<string> paragraphs, bool mayBeThere, HandedOverRequest data)
    {
        var mail = new MimeMessage { MessageId = id, Subject = PlainText.Line(subject), Date = time.GetUtcNow() };
        mail.From.Add(options.Value.ReadFrom()!);
        mail.To.AddRange(options.Value.ReadTo()!);
        // RFC 3834; the second is what Exchange goes by: no automatic answer comes back.
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mail.Headers.Add("X-Auto-Response-Suppress", "All");
        var text = string.Join("\n\n", mayBeThere ? paragraphs.Prepend(Again) : paragraphs);
        var body = new BodyBuilder { TextBody = $"{PlainText.Of(text)}\n" };
        body.Attachments.Add(
            $"{data.Key}.json",
            JsonSerializer.SerializeToUtf8Bytes(data, Readable),
            MimeKit.ContentType.Parse(MediaTypeNames.Application.Json));
        mail.Body = body.ToMessageBody();
        return mail;
    }
}
