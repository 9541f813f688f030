using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.Webhook;

/// <summary>
/// A program that takes events. It drops what it got before, by the id: so whatever ended in the unknown is simply sent again. What becomes
/// of a request it tells by itself, if it may; there is nothing to read.
/// </summary>
internal sealed class WebhookDesk(
    WebhookClient client, WebhookEvents events, OpeningAttempts attempts, IOptions<WebhookOptions> options, TimeProvider time) : ITicketDesk
{
    private const DeskAbilities Always = DeskAbilities.Amend | DeskAbilities.Withdraw | DeskAbilities.Comment | DeskAbilities.Attach;

    public DeskKind Kind => DeskKind.Webhook;

    public string Name => $"webhook at {options.Value.ReadUrl()?.Host}";

    public string? WorkedBy => options.Value.WorkedBy;

    public bool IsSetUp => options.Value.IsSetUp;

    public DeskAbilities Abilities => options.Value.TakesCallbacks ? Always | DeskAbilities.Updates | DeskAbilities.Settle : Always;

    public Task<DeskAnswer> OpenAsync(TicketDraft ticket, CancellationToken cancellationToken) => attempts.SendAsync(
        Kind,
        ticket.Key,
        cancel => client.PostAsync(events.Opened(ticket), answer => Told(New(ticket.Key), answer), cancel),
        cancellationToken);

    /// <summary>What was sent may have come: then it is there, as far as anybody can tell.</summary>
    public async Task<DeskAnswer> FindAsync(string key, CancellationToken cancellationToken) =>
        await attempts.FindAsync(key, cancellationToken) is { Desk: DeskKind.Webhook }
            ? new DeskAnswer.Done(New(key))
            : new DeskAnswer.Refused($"{key} was not handed over.");

    /// <summary>As the program told it last.</summary>
    public Task<DeskAnswer> ReadAsync(FiledTicket known, CancellationToken cancellationToken) =>
        Task.FromResult<DeskAnswer>(new DeskAnswer.Done(known));

    public Task<DeskAnswer> AmendAsync(FiledTicket known, TicketDraft ticket, CancellationToken cancellationToken) =>
        client.PostAsync(events.Changed(known, ticket), answer => Told(known, answer), cancellationToken);

    public Task<DeskAnswer> WithdrawAsync(FiledTicket known, CancellationToken cancellationToken) => client.PostAsync(
        events.Withdrawn(known),
        answer => Told(known, answer with { State = answer.State ?? TicketState.Cancelled }),
        cancellationToken);

    public Task<DeskAnswer> ReplyAsync(FiledTicket known, DeskReply reply, CancellationToken cancellationToken) =>
        client.PostAsync(events.Replied(known, reply), answer => Told(known, answer), cancellationToken);

    public Task<DeskAnswer> AttachAsync(FiledTicket known, DeskFile file, CancellationToken cancellationToken) =>
        client.PostAsync(events.Attached(known, file), answer => Told(known, answer), cancellationToken);

    public Task<IReadOnlyList<TicketUpdate>?> ChangedAsync(DateTimeOffset after, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TicketUpdate>?>([]);

    public async Task<IReadOnlyList<DeskCheck>> CheckAsync(CancellationToken cancellationToken)
    {
        var way = options.Value.TakesCallbacks
            ? "what becomes of a request is taken at /api/desk/webhook."
            : $"nothing comes back: {WebhookOptions.Section}:CallbackSecret is empty.";
        return [Reached(await client.KnockAsync(cancellationToken)), new(IsGood: true, way)];
    }

    private static DeskCheck Reached((int? Status, string Why) knocked) => knocked switch
    {
        { Status: null } => new(IsGood: false, $"it is not reached: {knocked.Why.TrimEnd('.')}. Check {WebhookOptions.Section}:Url."),
        { Status: >= 300 and < 400 } =>
            new(IsGood: false, $"HTTP {knocked.Status}: it sends the bot elsewhere. Check {WebhookOptions.Section}:Url."),
        { Status: >= 500 } => new(IsGood: false, $"it answers, but with HTTP {knocked.Status}."),
        _ => new(IsGood: true, $"it answers (HTTP {knocked.Status} to OPTIONS); whether it takes the signature shows with the first request."),
    };

    private FiledTicket New(string key) => new(Number: null, TicketState.New, time.GetUtcNow())
    {
        Desk = Kind,
        Id = key,
        IsSilent = !options.Value.TakesCallbacks,
    };

    private FiledTicket Told(FiledTicket known, WebhookAnswer answer)
    {
        var told = known with
        {
            Number = answer.Number ?? known.Number,
            State = answer.State ?? known.State,
            Link = answer.Url ?? known.Link,
        };
        return told == known ? known : told with { Changed = known.Later(time.GetUtcNow()) };
    }
}
