using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Recovery;

/// <summary>
/// Lets people in to a page of the bot: it gives somebody it knows a link in the personal chat, and the first browser that takes it may
/// come in for some hours. Of both secrets only the hash is stored (256 random bits: a plain hash gives nothing away).
/// </summary>
public sealed class Invitations(
    IDbContextFactory<BotDb> databases,
    IOptions<RecoveryOptions> options,
    LocalPlaygroundMode local,
    TimeProvider time,
    IServer? server = null)
{
    internal const string KeyName = "key";

    private const int SecretBytes = 32;

    /// <summary>How long a link is good for.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a browser that has taken one may come in: half a day before a screen, a working day at the desk.</summary>
    public static TimeSpan SessionLife(ViewerPage page) => TimeSpan.FromHours(page is ViewerPage.Desk ? 10 : 12);

    /// <summary>Where a page is on the bot's own web server.</summary>
    public static string PagePath(ViewerPage page) => page switch
    {
        ViewerPage.Wall => "/events",
        ViewerPage.Desk => "/desk",
        _ => throw new ArgumentOutOfRangeException(nameof(page), page, "The page is nowhere."),
    };

    /// <summary>Where an invitation to a page is taken.</summary>
    public static string EnterPath(ViewerPage page) => $"{PagePath(page)}/enter";

    /// <summary>A link for this person alone, taken once. In local mode it leads to the page itself, which is open there.</summary>
    /// <returns>Null where settings do not say under which address people reach the bot's pages
    /// (<see cref="RecoveryOptions.PageAddress"/>).</returns>
    public async Task<Uri?> LinkAsync(ViewerPage page, Person who, string? tenant, CancellationToken cancel)
    {
        if (local.IsOn)
            return server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } here
                ? new Uri(new Uri(here), PagePath(page))
                : null;
        if (string.IsNullOrWhiteSpace(options.Value.PageAddress))
            return null;

        // Nobody does anything on the wall: no name is needed there.
        var name = page is ViewerPage.Wall ? null : who.Name;
        var secret = await SaveAsync(page, who.Id, name, tenant, isInvitation: true, Life, cancel);
        return new Uri($"{options.Value.PageAddress.TrimEnd('/')}{EnterPath(page)}?{KeyName}={secret}");
    }

    /// <summary>Takes an invitation. Of several who try, one gets in.</summary>
    /// <returns>The browser's own secret; null for an invitation that is none, was taken, or is too old.</returns>
    internal async Task<string?> TakeAsync(ViewerPage page, string secret, CancellationToken cancel)
    {
        var (hash, now) = (Hash(secret), time.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await db
            .Viewers.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Hash == hash && row.Page == page && row.IsInvitation && row.Until > now, cancel);
        return found is not null && await db.Viewers.Where(row => row.Hash == hash).ExecuteDeleteAsync(cancel) == 1
            ? await SaveAsync(page, found.PersonId, found.Name, found.Tenant, isInvitation: false, SessionLife(page), cancel)
            : null;
    }

    /// <returns>Who comes; null for a secret that is none, or too old.</returns>
    internal async Task<Viewer?> FindAsync(ViewerPage page, string secret, CancellationToken cancel)
    {
        var (hash, now) = (Hash(secret), time.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Viewers.AsNoTracking().FirstOrDefaultAsync(
            row => row.Hash == hash && row.Page == page && !row.IsInvitation && row.Until > now, cancel);
    }

    /// <summary>The browser with this secret may come in no more.</summary>
    internal async Task LeaveAsync(ViewerPage page, string secret, CancellationToken cancel)
    {
        var hash = Hash(secret);
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Viewers.Where(row => row.Hash == hash && row.Page == page && !row.IsInvitation).ExecuteDeleteAsync(cancel);
    }

    private async Task<string> SaveAsync(
        ViewerPage page, string personId, string? name, string? tenant, bool isInvitation, TimeSpan life, CancellationToken cancel)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.Viewers.Add(
            new()
            {
                Hash = Hash(secret),
                Page = page,
                PersonId = personId,
                Name = name,
                Tenant = tenant,
                IsInvitation = isInvitation,
                Until = time.GetUtcNow() + life,
            });
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
