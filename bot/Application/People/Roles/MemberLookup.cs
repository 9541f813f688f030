using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Application.People.Roles;

/// <summary>Asks Teams who was mentioned: a mention carries the channel's own id, and a name that its sender can edit.</summary>
public sealed class MemberLookup(ConnectorClient teams, TimeProvider time)
{
    // Somebody waits for the answer, and what they asked for can be said again.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    public async Task<RoleTarget> FindAsync(TurnContext context, string accountId, CancellationToken cancel)
    {
        if (context.Reference is not { } here)
            return new RoleTarget.NotReached();

        // The roster of a channel is that of its team.
        var roster = here with { ConversationId = context.Teams?.TeamId ?? here.RootId };
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            return await teams.Once.MemberAsync(roster, accountId, either.Token) is MembersOutcome.Read found
                ? Of(found.Members, context)
                : new RoleTarget.NotReached();
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new RoleTarget.NotReached();
        }
    }

    private static RoleTarget Of(IReadOnlyList<ChannelAccount> found, TurnContext context) =>
        found is [{ AadObjectId: { } id } member, ..]
            ? new RoleTarget.Known(new Person(id, member.Name ?? "") { IsGuest = TurnContextReader.IsGuest(member, context.TenantId) })
            : new RoleTarget.NoMember();
}
