using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Application.People;

/// <summary>
/// Asks Teams who was mentioned or chosen: a mention carries the channel's own id, and a name that its sender can edit; a card that was
/// sent back carries whatever its sender likes.
/// </summary>
public sealed class MemberLookup(ConnectorClient teams, TimeProvider time)
{
    // Somebody waits for the answer, and what they asked for can be said again.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    /// <summary>Somebody of the conversation of this turn.</summary>
    /// <param name="id">The channel's own id (<c>29:…</c>), or the Entra object id.</param>
    public Task<PersonMeant> FindAsync(IncomingContext context, string id, CancellationToken cancel) =>
        FindAsync(context, id, [], cancel);

    /// <summary>Somebody of the conversation of this turn, or of one of the others.</summary>
    /// <inheritdoc cref="FindAsync(IncomingContext, string, CancellationToken)"/>
    /// <param name="others">Where they may be a member too; all are asked at once.</param>
    public async Task<PersonMeant> FindAsync(
        IncomingContext context, string id, IReadOnlyList<ConversationReference> others, CancellationToken cancel)
    {
        if (context.Reference is not { } here)
            return new PersonMeant.NotReached();

        // The roster of a channel is that of its team.
        var roster = here with { ConversationId = context.Teams?.TeamId ?? here.RootId };
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        var found = await Task.WhenAll(others.Prepend(roster).Select(it => AskAsync(it, id, context.TenantId, either.Token, cancel)));
        return found.FirstOrDefault(it => it is PersonMeant.Known)
            ?? found.FirstOrDefault(it => it is PersonMeant.NotReached)
            ?? found[0];
    }

    private async Task<PersonMeant> AskAsync(
        ConversationReference roster, string id, string? tenant, CancellationToken limit, CancellationToken cancel)
    {
        try
        {
            return await teams.Once.MemberAsync(roster, id, limit) is MembersOutcome.Read found
                ? Of(found.Members, id, tenant)
                : new PersonMeant.NotReached();
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new PersonMeant.NotReached();
        }
    }

    // Whoever was asked for by object id is that very person, or nobody.
    private static PersonMeant Of(IReadOnlyList<ChannelAccount> found, string asked, string? tenant) =>
        found is [{ AadObjectId: { } id } member, ..] && (!Guid.TryParse(asked, out var guid) || id == guid.ToString("D"))
            ? new PersonMeant.Known(new Person(id, member.Name ?? "") { IsGuest = TurnContextReader.IsGuest(member, tenant) })
            : new PersonMeant.NoMember();
}
