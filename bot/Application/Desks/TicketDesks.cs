using ChatOpsBot.Application.Desks.IbmCloud;
using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks;

/// <summary>The desks that are set up, and which of them gets which request.</summary>
public sealed class TicketDesks(IEnumerable<ITicketDesk> desks, IOptions<DeskOptions> options, IOptions<IbmCloudOptions> ibm)
{
    private readonly Dictionary<DeskKind, ITicketDesk> _desks = desks.Where(desk => desk.IsSetUp).ToDictionary(desk => desk.Kind);

    /// <summary>Tickets that are open at a desk are followed there, whatever the routes say now.</summary>
    public IReadOnlyCollection<ITicketDesk> All => _desks.Values;

    /// <summary>Where new requests go.</summary>
    public IEnumerable<DeskKind> InUse => options.Value.Routes.Select(route => route.Kind).Append(options.Value.Kind).Distinct();

    /// <summary>What cards may say of each.</summary>
    public IReadOnlyDictionary<DeskKind, DeskProfile> Profiles =>
        _desks.Values.ToDictionary(desk => desk.Kind, desk => new DeskProfile(desk.Kind, desk.Abilities, desk.WorkedBy));

    /// <summary>How to call IBM, also about what has its ticket elsewhere.</summary>
    public SupportLine Support => new(ibm.Value.Phone, ibm.Value.Account);

    /// <returns>Null for a desk that is not set up (any more).</returns>
    public ITicketDesk? Find(DeskKind kind) => _desks.GetValueOrDefault(kind);

    public DeskKind For(TicketDraft ticket) =>
        options.Value.Routes.FirstOrDefault(route => route.Fits(ticket))?.Kind ?? options.Value.Kind;
}
