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
    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<SeenActivity> SeenActivities => Set<SeenActivity>();

    public DbSet<RequestAuditEntry> RequestAuditEntries => Set<RequestAuditEntry>();

    public DbSet<CardPlace> CardPlaces => Set<CardPlace>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<TicketAuditEntry> TicketAuditEntries => Set<TicketAuditEntry>();

    public DbSet<Channel> Channels => Set<Channel>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<ReportedEvent> ReportedEvents => Set<ReportedEvent>();

    public DbSet<Viewer> Viewers => Set<Viewer>();

    public DbSet<RetentionRun> RetentionRuns => Set<RetentionRun>();

    internal DbSet<RequestRow> Requests => Set<RequestRow>();

    internal DbSet<OutboxRow> OutboxMessages => Set<OutboxRow>();

    internal DbSet<DeskCounter> DeskCounters => Set<DeskCounter>();

    internal DbSet<RecoveryRow> RecoveryEvents => Set<RecoveryRow>();

    internal DbSet<OpenSystem> OpenSystems => Set<OpenSystem>();

    internal DbSet<Lease> Leases => Set<Lease>();

    internal DbSet<SpentName> SpentNames => Set<SpentName>();

    internal DbSet<ForgottenPerson> ForgottenPeople => Set<ForgottenPerson>();

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

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BotDb).Assembly);
}
