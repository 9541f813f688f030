using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.People.Roles;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.People.Roles;

/// <summary>Reads who holds which role and whom the turn means, before a turn about roles is answered. No other turn reads it.</summary>
public sealed class RoleContextReader(MemberLookup members, RoleDictionary held)
{
    public async Task<RoleContext?> ReadAsync(BotDb db, Turn turn, TurnContext context, CancellationToken cancel)
    {
        if (turn.Command is not Command.OnRoles command)
            return null;

        var roles = new RoleStore(db);
        var version = await roles.VersionAsync(cancel);
        return new(await roles.AllAsync(cancel), version, await NamesAsync(db, cancel))
        {
            Target = command.Who switch
            {
                null => null,
                "" => new PersonMeant.Known(context.Who),
                var who => await TargetAsync(who, context, cancel),
            },
        };
    }

    // Settings list ids alone. Whoever added the bot somewhere is known by name.
    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(BotDb db, CancellationToken cancel)
    {
        var ids = held.Settings.Values.SelectMany(listed => listed).Distinct().ToList();
        var known = await db
            .Conversations.AsNoTracking()
            .Where(place => ids.Contains(place.InstalledById!) && place.InstalledByName != null)
            .OrderBy(place => place.UpdatedAt)
            .Select(place => new { place.InstalledById, place.InstalledByName })
            .ToListAsync(cancel);
        return known.GroupBy(it => it.InstalledById!).ToDictionary(same => same.Key, same => same.Last().InstalledByName!);
    }

    private async Task<PersonMeant> TargetAsync(string who, TurnContext context, CancellationToken cancel)
    {
        if (Guid.TryParse(who, out var id) && id != Guid.Empty)
            return new PersonMeant.Known(new Person(id.ToString("D"), ""));

        var meant = context.Input is TurnInput.Message message
            ? message.Mentioned.Where(it => string.Equals(it.Name, who, StringComparison.OrdinalIgnoreCase))
                .Select(it => it.AccountId).Distinct().ToList()
            : [];
        return meant is [var account] ? await members.FindAsync(context, account, cancel) : new PersonMeant.OnlyNamed();
    }
}
