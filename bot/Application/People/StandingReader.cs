using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Application.People;

/// <summary>
/// Asks Teams whether somebody is a guest: an activity need not say it, the record of a member does (Teams documentation, "Teams Connect
/// shared and private channels": identifying guests). Remembered by person and tenant.
/// </summary>
public sealed class StandingReader(MemberLookup members, TimeProvider time, ILogger<StandingReader> log)
{
    private const int Most = 10_000;

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    // While Teams does not answer, nobody waits for that at every press.
    private static readonly TimeSpan PauseAfterNone = TimeSpan.FromMinutes(1);

    private readonly Recent<Standing> _known = new(time, Life, Most);
    private readonly Recent<bool> _unanswered = new(time, PauseAfterNone, Most);

    /// <summary>What is known without asking anybody.</summary>
    public Standing Remembered(IncomingContext context) =>
        // Nobody in a terminal is a guest: it is a process of whoever runs the bot.
        context.Reference is null ? Standing.Member
        // What the activity says against somebody counts at once.
        : context.Who.IsGuest ? Standing.Guest
        : _known.TryGet(KeyOf(context), out var known) ? known
        : Standing.Unknown;

    /// <summary>Takes four seconds at most.</summary>
    public async Task<Standing> ReadAsync(IncomingContext context, CancellationToken cancel)
    {
        if (Remembered(context) is var known and not Standing.Unknown)
            return known;
        var key = KeyOf(context);
        if (context.AccountId is not { } account || context.Who.Id.Length == 0 || _unanswered.TryGet(key, out _))
            return Standing.Unknown;

        if (await members.FindAsync(context, account, cancel) is PersonMeant.Known { Person: var person } && person.Id == context.Who.Id)
        {
            var standing = person.IsGuest ? Standing.Guest : Standing.Member;
            _known.Set(key, standing);
            return standing;
        }

        _unanswered.Set(key, true);
        log.StandingUnknown(context.Who.Id);
        return Standing.Unknown;
    }

    private static string KeyOf(IncomingContext context) => $"{context.TenantId}\n{context.Who.Id}";
}
