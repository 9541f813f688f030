using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Tests.Support;
using MimeKit;
using static ChatOpsBot.Tests.Tickets.HandedOver.HandoverBench;

namespace ChatOpsBot.Tests.Tickets.Mail;

/// <summary>The mails, and how they go.</summary>
public sealed class MailDeskTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_one_mail_that_people_and_programs_can_read()
    {
        await using var server = FakeMailServer.Start();
        await using var bench = await StartAsync(server);
        var ticket = await bench.FiledAsync();
        Assert.Equal((null, TicketState.New, DeskKind.Mail, true), (ticket.Number, ticket.State, ticket.Desk, ticket.IsSilent));

        var mail = Assert.Single(server.Mails);
        Assert.Equal("[RST-7K3QZ9] Restore PRODLIB", mail.Subject);
        Assert.Equal("RST-7K3QZ9@example.com", mail.MessageId);
        Assert.Equal("\"ChatOpsBot\" <bot@example.com>", mail.From.ToString());
        Assert.Equal(["desk@example.com", "night@example.com"], mail.To.Mailboxes.Select(it => it.Address));
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal(Monday, mail.Date);
        Assert.Contains("LPAR: LPAR1\nObject: PRODLIB\n", Text(mail), StringComparison.Ordinal);
        Assert.Contains("Answers to this mail are not read by the bot", Text(mail), StringComparison.Ordinal);
        Assert.DoesNotContain("may have reached you before", Text(mail), StringComparison.Ordinal);
        var file = (MimePart)Assert.Single(mail.Attachments);
        Assert.Equal(("RST-7K3QZ9.json", "application/json"), (file.FileName, file.ContentType.MimeType));
        Assert.Equal("Ana Müller", (string)Json(mail)["requester"]!);
        Assert.Contains("MAIL FROM:<bot@example.com>", server.Said[4], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_follows_is_in_the_thread_of_the_first_mail()
    {
        await using var server = FakeMailServer.Start();
        await using var bench = await StartAsync(server);
        var ticket = await bench.FiledAsync();
        await bench.Desk.AmendAsync(ticket, Restore with { Version = 7, Body = "LPAR: LPAR2" }, Cancel);
        await bench.Desk.ReplyAsync(ticket, new("1A2B", DeskReplyKind.Answer, "MBR1, please.", "Ana"), Cancel);
        Assert.Equal(ticket, Done(await bench.Desk.WithdrawAsync(ticket, Cancel)));

        Assert.Equal(
            ["Changed: [RST-7K3QZ9] Restore PRODLIB", "Message from the requester: [RST-7K3QZ9]", "Withdrawn: [RST-7K3QZ9]"],
            server.Mails.Skip(1).Select(mail => mail.Subject));
        Assert.Equal(
            ["RST-7K3QZ9.changed.7@example.com", "RST-7K3QZ9.replied.1A2B@example.com", "RST-7K3QZ9.withdrawn@example.com"],
            server.Mails.Skip(1).Select(mail => mail.MessageId));
        Assert.All(server.Mails.Skip(1), mail => Assert.Equal(("RST-7K3QZ9@example.com", 1), (mail.InReplyTo, mail.References.Count)));
        Assert.Contains("LPAR: LPAR2", Text(server.Mails[1]), StringComparison.Ordinal);
        Assert.Contains("MBR1, please.", Text(server.Mails[2]), StringComparison.Ordinal);
        Assert.Equal("answer", (string)Json(server.Mails[2])["reply"]!["kind"]!);
    }

    [Theory]
    [InlineData("Restore\r\nBcc: eve@example.com")]
    [InlineData("Restore\nSubject: two\n\nA body")]
    [InlineData("Restore\rX-Evil: 1")]
    [InlineData("Restore\u2028X-Evil: 1")]
    [InlineData("Wiederherstellung für MÜLLER \U0001F4BE\r\n.\r\nMAIL FROM:<eve@example.com>")]
    public async Task What_people_type_makes_no_header_no_recipient_and_no_second_mail(string typed)
    {
        await using var server = FakeMailServer.Start();
        await using var bench = await StartAsync(server);
        await bench.FiledAsync(Restore with { Subject = $"[RST-7K3QZ9] {typed}", Body = typed, Requester = typed });
        await bench.Desk.ReplyAsync(await bench.FiledAsync(), new("1A", DeskReplyKind.Answer, $"{typed}\r\n.\r\nQUIT", typed), Cancel);

        Assert.Equal(3, server.Mails.Count);
        var usual = server.Mails[1].Headers.Select(header => header.Field).ToList();
        Assert.Equal(usual, server.Mails[0].Headers.Select(header => header.Field));
        Assert.All(server.Mails, mail => Assert.Equal(2, mail.To.Count));
        Assert.DoesNotContain(server.Said, line => line.Contains("eve@", StringComparison.Ordinal));
        Assert.Equal(typed.ReplaceLineEndings(" ").Split(' ')[^1], server.Mails[0].Subject!.Split(' ')[^1]);
        Assert.Contains(typed.ReplaceLineEndings("\n").Split('\n')[^1], Text(server.Mails[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("StartTls", false)]
    [InlineData("Tls", true)]
    public async Task Nothing_is_said_before_the_line_is_encrypted(string security, bool isTls)
    {
        await using var server = FakeMailServer.Start(isTls);
        await using var bench = await StartAsync(server, ("Desk:Mail:Security", security));
        await bench.FiledAsync();
        Assert.Single(server.Mails);

        bench.IsTrusting = false;
        Assert.True(Assert.IsType<DeskAnswer.NotNow>(await bench.Desk.OpenAsync(Restore, Cancel)).NeedsOperator);
        Assert.Single(server.Mails);
        Assert.Single(server.Said, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_offers_no_encryption_gets_no_password()
    {
        await using var server = FakeMailServer.Start();
        server.Next("EHLO", new("250 mail.example"));
        await using var bench = await StartAsync(server);
        Assert.True(Assert.IsType<DeskAnswer.NotNow>(await bench.Desk.OpenAsync(Restore, Cancel)).NeedsOperator);
        Assert.DoesNotContain(server.Said, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_on_this_machine_may_be_spoken_to_in_the_clear_and_without_a_name()
    {
        await using var server = FakeMailServer.Start();
        await using var bench = await StartAsync(
            server, ("Desk:Mail:Security", "None"), ("Desk:Mail:User", ""), ("Desk:Mail:Password", ""));
        await bench.FiledAsync();
        Assert.Single(server.Mails);
        Assert.DoesNotContain(server.Said, line => line.StartsWith("STARTTLS", StringComparison.Ordinal) || line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_may_be_there_already_says_so()
    {
        await using var server = FakeMailServer.Start();
        await using var bench = await StartAsync(server);
        await bench.FiledAsync(Restore with { MayBeThere = true });
        Assert.StartsWith("This mail may have reached you before", Text(server.Mails[0]), StringComparison.Ordinal);
    }

    public static string Text(MimeMessage mail) => mail.TextBody!.ReplaceLineEndings("\n");

    private static JsonNode Json(MimeMessage mail)
    {
        using var bytes = new MemoryStream();
        ((MimePart)mail.Attachments.Single()).Content!.DecodeTo(bytes, Cancel);
        return JsonNode.Parse(bytes.ToArray())!;
    }
}
