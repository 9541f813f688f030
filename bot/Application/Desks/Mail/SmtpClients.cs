using System.Net.Security;
using MailKit.Net.Smtp;

namespace ChatOpsBot.Application.Desks.Mail;

/// <summary>Makes a client for each conversation with the mail server.</summary>
internal sealed class SmtpClients
{
    /// <summary>Which certificates are trusted; null for those that this machine trusts.</summary>
    public RemoteCertificateValidationCallback? Trust { get; init; }

    public SmtpClient Create() => new()
    {
        ServerCertificateValidationCallback = Trust,
        // As with HTTPS: whoever issued the certificate need not be reachable from here.
        CheckCertificateRevocation = false,
        // The time limit is that of the whole conversation.
        Timeout = System.Threading.Timeout.Infinite,
    };
}
