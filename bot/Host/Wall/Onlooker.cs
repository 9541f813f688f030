using System.Security.Claims;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Host.Wall;

/// <summary>Somebody who looks at the page.</summary>
/// <param name="PersonId">Who got the link that the browser took; empty in local mode. For limits alone: nobody is named.</param>
/// <param name="Tenant">Whose events; <see cref="RecoveryStore.AnyTenant"/> in local mode.</param>
internal sealed record Onlooker(string PersonId, string? Tenant, DateTimeOffset Until)
{
    /// <exception cref="InvalidOperationException">The request was not let in by <see cref="WallAuthentication"/>.</exception>
    public static Onlooker Of(ClaimsPrincipal user) => user.Identities.OfType<OnlookerIdentity>().Single().Onlooker;
}

/// <summary>An onlooker as a request carries them. Nobody is named: whoever has the browser may look.</summary>
internal sealed class OnlookerIdentity(Onlooker onlooker) : ClaimsIdentity(WallAuthentication.SchemeName)
{
    public Onlooker Onlooker { get; } = onlooker;
}
