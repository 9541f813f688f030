using System.Security.Claims;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Storage.Tickets;

namespace ChatOpsBot.Host.Tickets;

/// <summary>Somebody who works on tickets.</summary>
/// <param name="Person">Null in local mode: whoever sits at this machine.</param>
/// <param name="Scope">Whose tickets they may see.</param>
/// <param name="FormToken">What every form that they are shown carries, and has to bring back.</param>
internal sealed record DeskAgent(Person? Person, TicketScope Scope, string FormToken)
{
    /// <exception cref="InvalidOperationException">The request was not let in by <see cref="DeskAuthentication"/>.</exception>
    public static DeskAgent Of(ClaimsPrincipal user) => user.Identities.OfType<DeskAgentIdentity>().Single().Agent;
}

/// <summary>An agent as a request carries them.</summary>
internal sealed class DeskAgentIdentity(DeskAgent agent) : ClaimsIdentity(DeskAuthentication.SchemeName)
{
    public DeskAgent Agent { get; } = agent;
}
