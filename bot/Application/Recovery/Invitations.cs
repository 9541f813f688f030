using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ChatOpsBot.Connector.Trust;

using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Recovery;

/// <summary>
/// Lets people in to the page of current events: the bot gives somebody it knows a link in the personal chat, and the first browser
/// that takes it may look for half a day. Of both secrets only the hash is stored (256 random bits: a plain hash gives nothing away).
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

    /// <summary>How long a browser that has taken one may look.</summary>
    public static TimeSpan LookingLife { get; } = TimeSpan.FromHours(12);

    /// <summary>A link for this person alone, taken once. In local mode it leads to the page itself, which is open there.</summary>
    /// <returns>Null where settings do not say under which address people reach the bot's pages
    /// (<see cref="RecoveryOptions.PageAddress"/>).</returns>
    public async Task<Uri?> LinkAsync(string personId, string? tenant, CancellationToken cancel)
    {
        if (local.IsOn)
            return server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } here
                ? new Uri(new Uri(here), WallAddress.Page)
                : null;
        if (string.IsNullOrWhiteSpace(options.Value.PageAddress))
            return null;

        var secret = await SaveAsync(personId, tenant, isInvitation: true, Life, cancel);
        return new Uri($"{options.Value.PageAddress.TrimEnd('/')}{WallAddress.Enter}?{KeyName}={secret}");
    }

    /// <summary>Takes an invitation. Of several who try, one gets in.</summary>
    /// <returns>The browser's own secret; null for an invitation that is none, was taken, or is too old.</returns>
    internal async Task<string?> TakeAsync(string secret, CancellationToken cancel)
    {
        var (hash, now) = (Hash(secret), time.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await db
            .Viewers.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Hash == hash && row.IsInvitation && row.Until > now, cancel);
        return found is not null && await db.Viewers.Where(row => row.Hash == hash).ExecuteDeleteAsync(cancel) == 1
            ? await SaveAsync(found.PersonId, found.Tenant, isInvitation: false, LookingLife, cancel)
            : null;
    }

    /// <returns>Who looks; null for a secret that is none, or too old.</returns>
    internal async Task<Viewer?> FindAsync(string secret, CancellationToken cancel)
    {
        var (hash, now) = (Hash(secret), time.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Viewers.AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash && !row.IsInvitation && row.Until > now, cancel);
    }

    private async Task<string> SaveAsync(string personId, string? tenant, bool isInvitation, TimeSpan life, CancellationToken cancel)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.Viewers.Add(
            new()
            {
                Hash = Hash(secret),
                PersonId = personId,
                Tenant = tenant,
                IsInvitation = isInvitation,
                Until = time.GetUtcNow() + life,
            });
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
