using ChatOpsBot.Application.Settings;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks;

/// <summary>The support desks where requests become tickets. Configuration section <c>Desk</c>.</summary>
public sealed record DeskOptions
{
    public const string Section = "Desk";

    /// <summary>In bytes a second: 2 Mbit/s.</summary>
    private const long SlowLine = 256 * 1024;

    /// <summary>
    /// The desk of all requests that no route sends elsewhere. <see cref="DeskKind.Local"/>: tickets in the bot's own database, worked on
    /// its page and from its command line.
    /// </summary>
    public DeskKind Kind { get; init; } = DeskKind.Local;

    /// <summary>Which requests go to another desk; the first that fits counts.</summary>
    public IReadOnlyList<DeskRoute> Routes { get; init; } = [];

    /// <summary>
    /// Time limit for one call to the desk; after it, the call is retried later. A file gets a second more for every 256 KB. Default: 10
    /// seconds.
    /// </summary>
    [SettingRange("00:00:00", "00:01:00", MinimumIsExclusive = true)]
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <param name="bytes">What the call sends.</param>
    internal TimeSpan LimitOf(long bytes) => TimeLimit + TimeSpan.FromSeconds(bytes / SlowLine);
}

/// <summary>Requests of a type, about a system, or both, and the desk that works on them.</summary>
public sealed record DeskRoute
{
    /// <summary>Id of a request type, such as <c>restore</c>; null for every type.</summary>
    public string? Type { get; init; }

    /// <summary>Name of a system, such as <c>LPAR1</c>; null for every system. A request about several systems fits if one of them does.
    /// </summary>
    public string? System { get; init; }

    /// <summary>The desk that these requests go to.</summary>
    public DeskKind Kind { get; init; }

    internal bool Fits(TicketDraft ticket) =>
        (Type is null || string.Equals(Type, ticket.Type, StringComparison.OrdinalIgnoreCase))
        && (System is null || ticket.Systems.Split(", ").Contains(System, StringComparer.OrdinalIgnoreCase));
}
