using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Tests.Support;
using MimeKit;
using static ChatOpsBot.Tests.Tickets.HandedOver.HandoverBench;

namespace ChatOpsBot.Tests.Tickets.Mail;

/// <summary>Files that are mailed to a desk.</summary>
public sealed class MailFileTests
{
    // As a server answers that takes mails up to a size, before and after the connection is encrypted.
    private static readonly MailFault[] Sized =
    [
        new("250-mail.example\r\n250-SIZE 1000\r\n250-AUTH PLAIN\r\n250 STARTTLS"),
        new("250-mail.example\r\n250-SIZE 1000\r\n250 AUTH PLAIN"),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_a_mail_in_the_thread_of_the_request()
    {
        await using var server = FakeMailServer.Start();
        await using var bench = await StartAsync(server);
        var ticket = await bench.FiledAsync();
        Assert.True(bench.Desk.Abilities.HasFlag(DeskAbilities.Attach));
        Assert.Equal(ticket, Done(await bench.Desk.AttachAsync(ticket, JobLog, Cancel)));

        var mail = server.Mails[^1];
        Assert.Equal("File from the requester: [RST-7K3QZ9] RST-7K3QZ9-1-job.log", mail.Subject);
        Assert.Equal(("RST-7K3QZ9.file.RST-7K3QZ9-1-job.log@example.com", "RST-7K3QZ9@example.com"), (mail.MessageId, mail.InReplyTo));
        Assert.Contains("It is attached: RST-7K3QZ9-1-job.log, 18 bytes.", mail.TextBody, StringComparison.Ordinal);
        var parts = mail.Attachments.Cast<MimePart>().ToList();
        Assert.Equal(["RST-7K3QZ9.json", "RST-7K3QZ9-1-job.log"], parts.Select(part => part.FileName));
        Assert.Equal(("text/plain", "CPF9898 in PRODLIB"), (parts[1].ContentType.MimeType, Text(parts[1])));
        var said = JsonNode.Parse(Text(parts[0]))!;
        var file = said["file"]!;
        Assert.Equal(("RST-7K3QZ9", "RST-7K3QZ9-1-job.log", 18), ((string)said["key"]!, (string)file["name"]!, (int)file["size"]!));
        Assert.Equal((64, null), (((string)file["sha256"]!).Length, file["content"]));
    }

    [Theory]
    [InlineData("message/rfc822", "application/octet-stream")]
    [InlineData("multipart/mixed", "application/octet-stream")]
    [InlineData("what?", "application/octet-stream")]
    [InlineData("application/zip", "application/zip")]
    public async Task Any_bytes_come_as_they_are_and_are_not_read(string type, string sent)
    {
        await using var server = FakeMailServer.Start();
        await using var bench = await StartAsync(server);
        var ticket = await bench.FiledAsync();
        byte[] bytes = [.. "Subject: x\r\n\r\n.\r\n--b\r\n"u8, .. Enumerable.Range(0, 256).Select(at => (byte)at)];
        Done(await bench.Desk.AttachAsync(ticket, JobLog with { Content = bytes, ContentType = type }, Cancel));
        var part = (MimePart)server.Mails[^1].Attachments.Last();
        Assert.Equal(sent, part.ContentType.MimeType);
        Assert.Equal(bytes, BytesOf(part));
    }

    [Fact]
    public async Task What_is_sent_again_has_the_same_id_and_says_so()
    {
        await using var server = FakeMailServer.Start();
        await using var bench = await StartAsync(server);
        var ticket = await bench.FiledAsync();
        server.Next("BODY", MailFault.Drop(isAfterwards: true));
        Assert.True(Later(await bench.Desk.AttachAsync(ticket, JobLog, Cancel)).IsOutcomeUnknown);
        Done(await bench.Desk.AttachAsync(ticket, JobLog with { MayBeThere = true }, Cancel));
        Assert.Equal(server.Mails[^2].MessageId, server.Mails[^1].MessageId);
        Assert.Contains("may have reached you before", server.Mails[^1].TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MAIL", "552 5.3.4 Message size exceeds fixed maximum message size")]
    [InlineData("BODY", "552 Message too large")]
    [InlineData("BODY", "554 5.3.4 Message too big for system")]
    public async Task A_mail_that_is_too_large_is_refused_in_words(string step, string answer)
    {
        await using var server = FakeMailServer.Start();
        await using var bench = await StartAsync(server);
        var ticket = await bench.FiledAsync();
        server.Next("EHLO", Sized[0]);
        server.Next("EHLO", Sized[1]);
        server.Next(step, new(answer));
        Assert.Equal(
            "The mail server takes no mail of that size: RST-7K3QZ9-1-job.log has 18 bytes.",
            Assert.IsType<DeskAnswer.Refused>(await bench.Desk.AttachAsync(ticket, JobLog, Cancel)).Reason);
        // What it is asked for first is the size (RFC 1870).
        Assert.Contains(server.Said, line => line.StartsWith("MAIL FROM", StringComparison.OrdinalIgnoreCase) && line.Contains(" SIZE="));
    }

    [Fact]
    public async Task A_full_mailbox_and_a_request_that_is_too_large_are_for_the_administrator()
    {
        await using var server = FakeMailServer.Start();
        await using var bench = await StartAsync(server);
        var ticket = await bench.FiledAsync();
        server.Next("RCPT", MailFault.Refuse(552));
        Assert.True(Later(await bench.Desk.AttachAsync(ticket, JobLog, Cancel)).NeedsOperator);
        server.Next("MAIL", MailFault.Refuse(552));
        Assert.True(Later(await bench.Desk.WithdrawAsync(ticket, Cancel)).NeedsOperator);
    }

    [Fact]
    public async Task A_server_that_has_no_time_is_asked_later()
    {
        await using var server = FakeMailServer.Start();
        await using var bench = await StartAsync(server);
        var ticket = await bench.FiledAsync();
        server.Next("MAIL", MailFault.Refuse(452));
        var later = Later(await bench.Desk.AttachAsync(ticket, JobLog, Cancel));
        Assert.Equal((false, false), (later.NeedsOperator, later.IsOutcomeUnknown));
    }

    private static string Text(MimePart part) => System.Text.Encoding.UTF8.GetString(BytesOf(part));

    private static byte[] BytesOf(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes, Cancel);
        return bytes.ToArray();
    }

    private static DeskAnswer.NotNow Later(DeskAnswer answer) => Assert.IsType<DeskAnswer.NotNow>(answer);
}
