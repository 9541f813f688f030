using System.Globalization;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Dialogs.Requests.Failover;

/// <summary>What a failover makes of its kind and of the inventory.</summary>
internal static class FailoverRules
{
    /// <summary>Not before a kind was chosen: what belongs to the real thing alone is not asked until it is the real thing.</summary>
    public static Func<Answers, bool> IsReal(ChoiceField<FailoverKind> field) =>
        answers => answers.TryGet(field, out var kind) && kind is FailoverKind.Unplanned or FailoverKind.Planned;

    public static Func<Answers, bool> IsDrill(ChoiceField<FailoverKind> field) =>
        answers => answers.TryGet(field, out var kind) && kind is not (FailoverKind.Unplanned or FailoverKind.Planned);

    /// <summary>A lost site leaves nothing to plan, and maintenance is planned.</summary>
    public static bool GoesWith(FailoverReason reason, FailoverKind kind) => reason switch
    {
        FailoverReason.Maintenance => kind is FailoverKind.Planned,
        FailoverReason.SiteLost or FailoverReason.LparDown => kind is FailoverKind.Unplanned,
        _ => true,
    };

    /// <summary>The DR LPARs, and the strictest of the targets that the systems have.</summary>
    public static Dictionary<string, string> FromInventory(IReadOnlyList<string> sources, Inventory systems)
    {
        var known = sources.Select(systems.Find).ToList();
        var said = new Dictionary<string, string>();
        if (known.All(lpar => lpar?.DrPartner is not null))
            said["target"] = string.Join(", ", known.Select(lpar => lpar!.DrPartner));
        if (known.Min(lpar => lpar?.Rto) is { } rto)
            said["rto"] = Minutes(rto);
        if (known.Min(lpar => lpar?.Rpo) is { } rpo)
            said["rpo"] = Minutes(rpo);
        return said;
    }

    /// <summary>The pairs whose DR LPAR is not the one the inventory names.</summary>
    public static IEnumerable<(string Source, string Target, string Partner)> OtherPartners(
        IReadOnlyList<string> sources, IReadOnlyList<string> targets, Inventory systems) =>
        from pair in sources.Zip(targets)
        let partner = systems.Find(pair.First)?.DrPartner
        where partner is not null && !string.Equals(partner, pair.Second, StringComparison.OrdinalIgnoreCase)
        select (pair.First, pair.Second, partner);

    /// <summary>What every card says first: that nothing has begun yet, and that a drill is one.</summary>
    public static Problem? Notice(FailoverKind? kind, Request request)
    {
        var face = kind switch
        {
            null => "open",
            FailoverKind.Unplanned => "real",
            FailoverKind.Planned => "planned",
            _ => "drill",
        };
        return request switch
        {
            { State: RequestState.Filing } => Problem.Of($"notice.{face}.filing"),
            { Ticket: null, IsDraft: true } or { Ticket: null, State: RequestState.AwaitingApproval } => Problem.Of($"notice.{face}"),
            { Ticket: null } => Problem.Of($"notice.{face}.over"),
            { IsOpen: true } or { IsDraft: true } => Problem.Of(IsSent(request.Ticket) ? $"notice.{face}.sent" : $"notice.{face}.filed"),
            _ => null,
        };
    }

    // Handed over, which does not say that anybody has seen it.
    private static bool IsSent(FiledTicket ticket) =>
        ticket is { Number: null } or { Desk: DeskKind.Webhook or DeskKind.Mail, State: TicketState.New };

    /// <summary>In English, as the desk reads it.</summary>
    public static string Subject(FailoverKind kind, string source, string target) => kind switch
    {
        FailoverKind.Unplanned => $"*** DR DECLARED *** UNPLANNED FAILOVER {source} -> {target}",
        FailoverKind.Planned => $"*** DR DECLARED *** PLANNED SWITCH {source} -> {target}",
        FailoverKind.VirtualDrill => $"DRILL - virtual test {source} -> {target}",
        FailoverKind.SwitchDrill => $"DRILL - switch-over {source} -> {target}",
        _ => $"DRILL - paper exercise {source}",
    };

    private static string Minutes(TimeSpan length) => ((int)Math.Ceiling(length.TotalMinutes)).ToString(CultureInfo.InvariantCulture);
}
