using System.Globalization;
using System.Net.Sockets;
using ChatOpsBot.Domain.Requests.Desk;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace ChatOpsBot.Application.Desks.Mail;

/// <summary>One conversation with the mail server, within the desk's time limit: a mail, or a look whether one would be taken.</summary>
internal sealed class MailServer(SmtpClients clients, IOptions<MailOptions> options, IOptions<DeskOptions> desk, TimeProvider time)
{
    private const int LongestWords = 200;

    private MailOptions Settings => options.Value;

    /// <returns>Null when the server took it.</returns>
    public Task<DeskAnswer.NotNow?> SendAsync(MimeMessage mail, CancellationToken cancel) =>
        TalkAsync((client, limit) => client.SendAsync(mail, limit), isSending: true, cancel);

    /// <summary>Connects and signs in, and sends nothing.</summary>
    /// <returns>Null when that went well.</returns>
    public Task<DeskAnswer.NotNow?> KnockAsync(CancellationToken cancel) =>
        TalkAsync((client, limit) => client.NoOpAsync(limit), isSending: false, cancel);

    private async Task<DeskAnswer.NotNow?> TalkAsync(
        Func<SmtpClient, CancellationToken, Task> say, bool isSending, CancellationToken cancel)
    {
        using var clock = new CancellationTokenSource(desk.Value.TimeLimit, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel, clock.Token);
        using var client = clients.Create();
        // Until a mail is being sent, nothing that happens can have sent it.
        var isSent = false;
        try
        {
            await client.ConnectAsync(Settings.Host!, Settings.Port, SecurityOf(Settings.Security), limit.Token);
            if (!string.IsNullOrWhiteSpace(Settings.User))
                await client.AuthenticateAsync(Settings.User, Settings.Password!, limit.Token);
            isSent = isSending;
            await say(client, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new($"no answer within {desk.Value.TimeLimit}") { IsOutcomeUnknown = isSent };
        }
        catch (Exception fault) when (Meaning(fault, isSent) is not null)
        {
            return Meaning(fault, isSent);
        }

        await EndAsync(client, limit.Token, cancel);
        return null;
    }

    // It is said already: how the farewell goes does not matter.
    private static async Task EndAsync(SmtpClient client, CancellationToken limit, CancellationToken asked)
    {
        try
        {
            await client.DisconnectAsync(quit: true, limit);
        }
        catch (Exception fault) when (fault is IOException or ProtocolException or SocketException
            || (fault is OperationCanceledException && !asked.IsCancellationRequested))
        {
        }
    }

    // RFC 5321, 4.2.1: what begins with 4 may go better later, what begins with 5 will not.
    private static DeskAnswer.NotNow? Meaning(Exception fault, bool isSent) => fault switch
    {
        SmtpCommandException { StatusCode: var code } refusal when (int)code is >= 400 and < 500 => new(Words(refusal)),
        SmtpCommandException refusal => Operator(Words(refusal)),
        // The server's code leads the sentence (454: not now).
        AuthenticationException { Message: ['4', ..] } => new("the mail server does not sign the bot in at the moment"),
        AuthenticationException => Operator($"the mail server does not accept {MailOptions.Section}:User and Password"),
        SslHandshakeException => Operator("the mail server's certificate is not trusted, or it does not speak TLS on this port"),
        NotSupportedException => Operator("the mail server offers no TLS, or no way to sign in"),
        SocketException broken => new($"the mail server is not reached ({broken.SocketErrorCode})") { IsOutcomeUnknown = isSent },
        IOException or ProtocolException or ServiceNotConnectedException =>
            new($"the connection to the mail server broke ({fault.GetType().Name})") { IsOutcomeUnknown = isSent },
        _ => null,
    };

    private static string Words(SmtpCommandException refusal)
    {
        var code = ((int)refusal.StatusCode).ToString(CultureInfo.InvariantCulture);
        var words = $"SMTP {code} {refusal.Message.ReplaceLineEndings(" ").Trim()}";
        return words.Length <= LongestWords ? words : string.Concat(words.AsSpan(0, LongestWords - 1), "…");
    }

    private static DeskAnswer.NotNow Operator(string why) => new(why) { NeedsOperator = true };

    private static SecureSocketOptions SecurityOf(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
