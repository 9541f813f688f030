using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Storage.Cards;
using ChatOpsBot.Storage.Conversations;
using ChatOpsBot.Storage.Inbox;
using ChatOpsBot.Storage.Leases;
using ChatOpsBot.Storage.Names;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.People;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Retention;
using ChatOpsBot.Storage.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage;

/// <summary>What the bot keeps. One context type per provider, since each has its own set of migrations.</summary>
public abstract class BotDb(DbContextOptions options) : DbContext(options)
{
    private readonly List<AuditRecord> _audited = [];

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<SeenActivity> SeenActivities => Set<SeenActivity>();

    public DbSet<RequestAuditEntry> RequestAuditEntries => Set<RequestAuditEntry>();

    public DbSet<CardPlace> CardPlaces => Set<CardPlace>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<OpeningAttempt> OpeningAttempts => Set<OpeningAttempt>();

    public DbSet<TicketAuditEntry> TicketAuditEntries => Set<TicketAuditEntry>();

    public DbSet<TicketFile> TicketFiles => Set<TicketFile>();

    public DbSet<Channel> Channels => Set<Channel>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<ReportedEvent> ReportedEvents => Set<ReportedEvent>();

    public DbSet<Viewer> Viewers => Set<Viewer>();

    public DbSet<RetentionRun> RetentionRuns => Set<RetentionRun>();

    public DbSet<GrantedRole> GrantedRoles => Set<GrantedRole>();

    internal DbSet<RoleVersion> RoleVersions => Set<RoleVersion>();

    public DbSet<AuditChainEntry> AuditChainEntries => Set<AuditChainEntry>();

    internal DbSet<AuditTimestamp> AuditTimestamps => Set<AuditTimestamp>();

    internal DbSet<AuditChainHead> AuditChainHeads => Set<AuditChainHead>();

    internal DbSet<RequestRow> Requests => Set<RequestRow>();

    internal DbSet<RequestFileRow> RequestFiles => Set<RequestFileRow>();

    internal DbSet<OutboxRow> OutboxMessages => Set<OutboxRow>();

    internal DbSet<DeskCounter> DeskCounters => Set<DeskCounter>();

    internal DbSet<RecoveryRow> RecoveryEvents => Set<RecoveryRow>();

    internal DbSet<OpenSystem> OpenSystems => Set<OpenSystem>();

    internal DbSet<Lease> Leases => Set<Lease>();

    internal DbSet<SpentName> SpentNames => Set<SpentName>();

    internal DbSet<ForgottenPerson> ForgottenPeople => Set<ForgottenPerson>();

    /// <summary>Something is audited that has not been committed yet.</summary>
    internal bool HasAudited => _audited.Count > 0;

    /// <summary>The statement that reads the head of the audit chain, and keeps it from others until the transaction ends.</summary>
    internal abstract string TakeAuditHead { get; }

    /// <summary>
    /// Adds an entry to the audit chain, in the commit of this unit of work: by <see cref="SaveChangesAsync"/>, or when the transaction
    /// that the caller has open commits. Without that commit there is no entry.
    /// </summary>
    public void Audit(AuditRecord record) => _audited.Add(record);

    /// <summary>Another writer was first: a row with the same key stands there already, or it was changed meanwhile.</summary>
    public bool IsConcurrencyConflict(DbUpdateException fault) => fault is DbUpdateConcurrencyException || IsDuplicateKey(fault);

    /// <summary>Saves, unless somebody else changed the same first.</summary>
    /// <returns>False when somebody else was first (<see cref="IsConcurrencyConflict"/>): nothing was saved.</returns>
    public async Task<bool> TrySaveChangesAsync(CancellationToken cancel)
    {
        try
        {
            await SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException fault) when (IsConcurrencyConflict(fault))
        {
            return false;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        HasAudited ? throw new NotSupportedException("What is audited is saved asynchronously.") : base.SaveChanges(acceptAllChangesOnSuccess);

    // Where nothing is audited, nothing is asked of the database for it.
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!HasAudited || Database.CurrentTransaction is not null)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        await using var commit = await Database.BeginTransactionAsync(cancellationToken);
        var saved = await SaveWithoutSavepointAsync(acceptAllChangesOnSuccess, cancellationToken);
        await ChainAsync(cancellationToken);
        await commit.CommitAsync(cancellationToken);
        return saved;
    }

    // A pool gives the same context to the next unit of work.
    public override void Dispose()
    {
        _audited.Clear();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    public override ValueTask DisposeAsync()
    {
        _audited.Clear();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    /// <summary>Adds what was audited to the chain, within the open transaction and as the last thing in it.</summary>
    internal async Task ChainAsync(CancellationToken cancel)
    {
        if (!HasAudited)
            return;

        await AuditChain.AppendAsync(this, _audited, cancel);
        _audited.Clear();
    }

    /// <summary>Waits longer for other writers than a turn may: for somebody who would rather wait than type it again.</summary>
    public virtual Task BePatientAsync(TimeSpan patience, CancellationToken cancel)
    {
        Database.SetCommandTimeout(patience);
        return Task.CompletedTask;
    }

    /// <summary>Brings the tables up to this version of the bot. Creates the database where there is none.</summary>
    public virtual Task PrepareAsync(CancellationToken cancel) => Database.MigrateAsync(cancel);

    /// <summary>
    /// Gives back the space of deleted rows, at most this many pages. Where the database does that by itself, nothing is
    /// done.
    /// </summary>
    public virtual Task TidyAsync(int pages, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>A time as its columns hold it, for statements written by hand.</summary>
    internal abstract object Instant(DateTimeOffset instant);

    protected abstract bool IsDuplicateKey(DbUpdateException fault);

    // The transaction ends with the first fault: there is nothing to go back to.
    internal async Task<int> SaveWithoutSavepointAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel)
    {
        Database.AutoSavepointsEnabled = false;
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);
        }
        finally
        {
            Database.AutoSavepointsEnabled = true;
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BotDb).Assembly);
}
