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
    public Task<DeskAnswer?> SendAsync(MimeMessage mail, CancellationToken cancel) => SendAsync(mail, bytes: 0, ofSize: null, cancel);

    /// <param name="bytes">Of the file that is attached.</param>
    /// <param name="ofSize">What it means that the server takes no mail of this size; null where it is for the administrator.</param>
    /// <returns>Null when the server took it.</returns>
    public Task<DeskAnswer?> SendAsync(MimeMessage mail, long bytes, DeskAnswer? ofSize, CancellationToken cancel) => TalkAsync(
        (client, limit) => client.SendAsync(mail, limit), isSending: true, desk.Value.LimitOf(InBase64(bytes)), ofSize, cancel);

    /// <summary>Connects and signs in, and sends nothing.</summary>
    /// <returns>Null when that went well.</returns>
    public async Task<DeskAnswer.NotNow?> KnockAsync(CancellationToken cancel) => (DeskAnswer.NotNow?)await TalkAsync(
        (client, limit) => client.NoOpAsync(limit), isSending: false, desk.Value.TimeLimit, ofSize: null, cancel);

    private async Task<DeskAnswer?> TalkAsync(
        Func<SmtpClient, CancellationToken, Task> say, bool isSending, TimeSpan span, DeskAnswer? ofSize, CancellationToken cancel)
    {
        using var clock = new CancellationTokenSource(span, time);
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
            return new DeskAnswer.NotNow($"no answer within {span}") { IsOutcomeUnknown = isSent };
        }
        catch (SmtpCommandException refusal) when (ofSize is not null && IsOfSize(refusal))
        {
            return ofSize;
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

    // RFC 1870, 6, and RFC 3463, X.3.4. At a recipient the same code is a full mailbox.
    private static bool IsOfSize(SmtpCommandException refusal) =>
        refusal is { ErrorCode: not SmtpErrorCode.RecipientNotAccepted }
        && (refusal.StatusCode is SmtpStatusCode.ExceededStorageAllocation
            || refusal.Message.StartsWith("5.3.4", StringComparison.Ordinal));

    private static long InBase64(long bytes) => bytes * 4 / 3;

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
