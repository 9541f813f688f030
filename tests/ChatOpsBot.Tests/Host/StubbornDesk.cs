using System.Collections.Concurrent;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Tests.Host;

/// <summary>Stands before the bot's desk, and can be down, slow, unwilling, or lose its answer.</summary>
internal sealed class StubbornDesk
{
    private readonly ConcurrentQueue<Fault> _faults = [];
    private int _opened;

    private enum Fault
    {
        Refuses,
        LosesAnswer,
    }

    /// <summary>Every call is answered "not now" while it is set.</summary>
    public bool IsDown { get; set; }

    /// <summary>No ticket is shown while it is set.</summary>
    public bool IsHiding { get; set; }

    /// <summary>Calls wait for this; null lets them through.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>How often a ticket was asked for.</summary>
    public int Asked => _opened;

    public void RefuseNext() => _faults.Enqueue(Fault.Refuses);

    /// <summary>The next call is carried out, and then the bot's part that made it falls over.</summary>
    public void LoseNextAnswer() => _faults.Enqueue(Fault.LosesAnswer);

    public ITicketDesk Before(ITicketDesk desk) => new Door(this, desk);

    private sealed class Door(StubbornDesk owner, ITicketDesk desk) : ITicketDesk
    {
        public DeskKind Kind => desk.Kind;

        public string Name => desk.Name;

        public DeskAbilities Abilities => desk.Abilities;

        public Task<DeskAnswer> OpenAsync(TicketDraft ticket, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref owner._opened);
            return PassAsync(() => desk.OpenAsync(ticket, cancellationToken), cancellationToken);
        }

        public Task<DeskAnswer> FindAsync(string key, CancellationToken cancellationToken) =>
            PassAsync(() => desk.FindAsync(key, cancellationToken), cancellationToken);

        public Task<DeskAnswer> ReadAsync(FiledTicket known, CancellationToken cancellationToken) =>
            PassAsync(
                () => owner.IsHiding
                    ? Task.FromResult<DeskAnswer>(new DeskAnswer.Refused($"There is no ticket {known.Number}."))
                    : desk.ReadAsync(known, cancellationToken),
                cancellationToken);

        public Task<DeskAnswer> AmendAsync(FiledTicket known, TicketDraft ticket, CancellationToken cancellationToken) =>
            PassAsync(() => desk.AmendAsync(known, ticket, cancellationToken), cancellationToken);

        public Task<DeskAnswer> WithdrawAsync(FiledTicket known, CancellationToken cancellationToken) =>
            PassAsync(() => desk.WithdrawAsync(known, cancellationToken), cancellationToken);

        public Task<DeskAnswer> ReplyAsync(FiledTicket known, DeskReply reply, CancellationToken cancellationToken) =>
            PassAsync(() => desk.ReplyAsync(known, reply, cancellationToken), cancellationToken);

        public Task<DeskAnswer> AttachAsync(FiledTicket known, DeskFile file, CancellationToken cancellationToken) =>
            PassAsync(() => desk.AttachAsync(known, file, cancellationToken), cancellationToken);

        public Task<IReadOnlyList<TicketUpdate>?> ChangedAsync(DateTimeOffset after, int most, CancellationToken cancellationToken) =>
            owner.IsHiding ? Task.FromResult<IReadOnlyList<TicketUpdate>?>([]) : desk.ChangedAsync(after, most, cancellationToken);

        private async Task<DeskAnswer> PassAsync(Func<Task<DeskAnswer>> call, CancellationToken cancel)
        {
            if (owner.Gate is { } gate)
                await gate.Task.WaitAsync(cancel);
            if (owner.IsDown)
                return new DeskAnswer.NotNow("The desk is down.");
            if (!owner._faults.TryDequeue(out var fault))
                return await call();
            if (fault == Fault.Refuses)
                return new DeskAnswer.Refused("No such system.");

            await call();
            throw new InvalidOperationException("The line broke.");
        }
    }
}
