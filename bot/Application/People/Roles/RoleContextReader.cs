using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.People.Roles;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.People.Roles;

/// <summary>Reads who holds which role and whom the turn means, before a turn about roles is answered. No other turn reads it.</summary>
public sealed class RoleContextReader(MemberLookup members, RoleGroups groups, RoleDictionary held, TimeProvider time)
{
    // Somebody waits for the answer, and what they asked for can be said again.
    private static readonly TimeSpan GroupLimit = TimeSpan.FromSeconds(4);

    public async Task<RoleContext?> ReadAsync(BotDb db, Turn turn, TurnContext context, CancellationToken cancel)
    {
        if (turn.Command is not Command.OnRoles command)
            return null;

        var roles = new RoleStore(db);
        var version = await roles.VersionAsync(cancel);
        var granted = await roles.AllAsync(cancel);
        return new(granted, version, await NamesAsync(db, cancel))
        {
            Target = command.Who switch
            {
                null => null,
                var group when command.IsGroup => command.Action is RoleAction.Grant
                    ? await GroupAsync(group, cancel)
                    : NamedGroup(group, granted),
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

    private async Task<PersonMeant> GroupAsync(string said, CancellationToken cancel)
    {
        if (!Guid.TryParse(said, out var id))
            return new PersonMeant.UnknownGroup(GroupFault.OnlyNamed);

        using var clock = new CancellationTokenSource(GroupLimit, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancel);
        try
        {
            var (group, fault) = await groups.ReadAsync(id, limit.Token);
            return group is not null ? new PersonMeant.Group(group) : new PersonMeant.UnknownGroup(fault ?? GroupFault.NotReached);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new PersonMeant.UnknownGroup(GroupFault.NotReached);
        }
    }

    // What is taken away from a group must not depend on whether Entra answers.
    private PersonMeant NamedGroup(string said, IReadOnlyList<RoleGrant> granted) => Guid.TryParse(said, out var id)
        ? new PersonMeant.Group(held.Group($"{id:D}")
            ?? new($"{id:D}", granted.FirstOrDefault(grant => grant.Holder.Id == $"{id:D}")?.Holder.Name ?? "", []))
        : new PersonMeant.UnknownGroup(GroupFault.OnlyNamed);

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
