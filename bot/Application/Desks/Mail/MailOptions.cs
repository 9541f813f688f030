using System.ComponentModel.DataAnnotations;
using System.Net;
using MimeKit;

namespace ChatOpsBot.Application.Desks.Mail;

/// <summary>
/// A mailbox as a desk: requests are mailed there, and nothing is read from it. It is set up where there is a mail server. Configuration
/// section <c>Desk:Mail</c>.
/// </summary>
public sealed record MailOptions : IValidatableObject
{
    public const string Section = "Desk:Mail";

    /// <summary>Name of the mail server that takes mails for sending. Empty: this desk is not used.</summary>
    public string? Host { get; init; }

    /// <summary>Its port: usually 587 with StartTls, 465 with Tls. Default: 587.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>How the connection is encrypted.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>User name at the mail server. Empty: the server takes mails of the bot without one.</summary>
    public string? User { get; init; }

    /// <summary>Password of <see cref="User"/>; keep it in a file.</summary>
    public string? Password { get; init; }

    /// <summary>Address of the sender, such as `ChatOpsBot &lt;chatopsbot@example.com&gt;`.</summary>
    public string? From { get; init; }

    /// <summary>Addresses of the desk, with commas between them.</summary>
    public string? To { get; init; }

    /// <summary>To whom requests are mailed, as cards name them, such as <c>the operations team</c>. Default: nobody is named.</summary>
    public string? WorkedBy { get; init; }

    internal bool IsSetUp => !string.IsNullOrWhiteSpace(Host);

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{Section} by {Host}:{Port}";

    internal MailboxAddress? ReadFrom() =>
        MailboxAddress.TryParse(From, out var address) && IsWhole(address) ? address : null;

    /// <returns>Null where they are not all addresses.</returns>
    internal IReadOnlyList<MailboxAddress>? ReadTo() =>
        InternetAddressList.TryParse(To, out var addresses) && addresses.Count > 0
        && addresses.All(it => it is MailboxAddress one && IsWhole(one))
            ? [.. addresses.Mailboxes]
            : null;

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (!IsSetUp)
        {
            if (!string.IsNullOrWhiteSpace(To) || !string.IsNullOrWhiteSpace(From) || !string.IsNullOrWhiteSpace(User))
                yield return new($"{Section}:Host is required when {Section}:To, {Section}:From or {Section}:User is set.");
            yield break;
        }

        if (Uri.CheckHostName(Host) is UriHostNameType.Unknown)
            yield return new($"{Section}:Host is '{Host}', but must be a name such as smtp.example.com.");
        if (ReadFrom() is null)
            yield return new($"{Section}:From must be an address such as ChatOpsBot <chatopsbot@example.com>.");
        if (ReadTo() is null)
            yield return new($"{Section}:To must be one address or more, with commas between them.");
        if (string.IsNullOrWhiteSpace(User) != string.IsNullOrEmpty(Password))
            yield return new($"{Section}:User and {Section}:Password belong together.");
        if (Security is MailSecurity.None && !IsThisMachine(Host!))
            yield return new($"{Section}:Security must be StartTls or Tls: requests are sent there. None is for this machine only.");
    }

    private static bool IsWhole(MailboxAddress address) => address.Domain.Length > 0 && address.LocalPart.Length > 0;

    private static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}

public enum MailSecurity
{
    /// <summary>The connection begins in the clear and is encrypted before anything is said, or not used.</summary>
    StartTls,

    /// <summary>The connection is encrypted from the start.</summary>
    Tls,

    /// <summary>Not at all: for a mail server on this machine.</summary>
    None,
}
