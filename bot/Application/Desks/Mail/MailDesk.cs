using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Domain.Requests.Files;
using Microsoft.Extensions.Options;
using MimeKit;

namespace ChatOpsBot.Application.Desks.Mail;

/// <summary>
/// A mailbox. What is sent twice because nobody knows whether it came has one Message-ID, and says so. Nothing comes back: a ticket stays
/// as it was filed.
/// </summary>
internal sealed class MailDesk(
    MailServer server, MailWriter writer, OpeningAttempts attempts, IOptions<MailOptions> options, TimeProvider time) : ITicketDesk
{
    public DeskKind Kind => DeskKind.Mail;

    public string Name => $"mail to {options.Value.To} by {options.Value.Host}";

    public string? WorkedBy => options.Value.WorkedBy;

    public bool IsSetUp => options.Value.IsSetUp;

    public DeskAbilities Abilities => DeskAbilities.Amend | DeskAbilities.Withdraw | DeskAbilities.Comment | DeskAbilities.Attach;

    public Task<DeskAnswer> OpenAsync(TicketDraft ticket, CancellationToken cancellationToken) => attempts.SendAsync(
        Kind, ticket.Key, cancel => SendAsync(writer.Opened(ticket), New(ticket.Key), cancel), cancellationToken);

    /// <summary>What was sent may have come: then it is there, as far as anybody can tell.</summary>
    public async Task<DeskAnswer> FindAsync(string key, CancellationToken cancellationToken) =>
        await attempts.FindAsync(key, cancellationToken) is { Desk: DeskKind.Mail }
            ? new DeskAnswer.Done(New(key))
            : new DeskAnswer.Refused($"{key} was not mailed.");

    public Task<DeskAnswer> ReadAsync(FiledTicket known, CancellationToken cancellationToken) =>
        Task.FromResult<DeskAnswer>(new DeskAnswer.Done(known));

    public Task<DeskAnswer> AmendAsync(FiledTicket known, TicketDraft ticket, CancellationToken cancellationToken) =>
        SendAsync(writer.Changed(known, ticket), known, cancellationToken);

    public Task<DeskAnswer> WithdrawAsync(FiledTicket known, CancellationToken cancellationToken) =>
        SendAsync(writer.Withdrawn(known), known, cancellationToken);

    public Task<DeskAnswer> ReplyAsync(FiledTicket known, DeskReply reply, CancellationToken cancellationToken) =>
        SendAsync(writer.Replied(known, reply), known, cancellationToken);

    public async Task<DeskAnswer> AttachAsync(FiledTicket known, DeskFile file, CancellationToken cancellationToken)
    {
        var size = file.Content.Length;
        var tooLarge = new DeskAnswer.Refused($"The mail server takes no mail of that size: {file.Name} has {FileSize.Say(size)}.");
        using var mail = writer.Attached(known, file);
        return await server.SendAsync(mail, size, tooLarge, cancellationToken) ?? new DeskAnswer.Done(known);
    }

    public Task<IReadOnlyList<TicketUpdate>?> ChangedAsync(DateTimeOffset after, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TicketUpdate>?>([]);

    public async Task<IReadOnlyList<DeskCheck>> CheckAsync(CancellationToken cancellationToken) =>
        [await server.KnockAsync(cancellationToken) is { } fault
            ? new(IsGood: false, $"the mail server would not take a mail: {fault.Reason.TrimEnd('.')}. Check {MailOptions.Section}.")
            : new(IsGood: true, "the mail server lets the bot in; whether it takes mails to the desk shows with the first one.")];

    private async Task<DeskAnswer> SendAsync(MimeMessage mail, FiledTicket ticket, CancellationToken cancel)
    {
        using (mail)
            return await server.SendAsync(mail, cancel) is { } fault ? fault : new DeskAnswer.Done(ticket);
    }

    private FiledTicket New(string key) => new(Number: null, TicketState.New, time.GetUtcNow())
    {
        Desk = Kind,
        Id = writer.IdOf(key),
        IsSilent = true,
    };
}
