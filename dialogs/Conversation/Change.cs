using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>
/// What a turn saves. All changes of a turn are committed together or not at all; a turn without changes commits nothing.
/// </summary>
public abstract record Change
{
    private Change()
    {
    }

    /// <summary>A request is new or has changed.</summary>
    /// <param name="Request">The next state; its version is one above that of the request the turn saw, or 1.</param>
    public sealed record SaveRequest(Request Request, AuditEntry Entry) : Change;

    /// <summary>What is in a file of this turn is kept until the desk has it.</summary>
    public sealed record KeepFile(Guid File, Guid Request) : Change;

    /// <summary>A DR event is new or has changed.</summary>
    /// <param name="Event">The next state; its version is one above that of the event the turn saw, or 1.</param>
    public sealed record SaveEvent(RecoveryEvent Event) : Change;

    /// <summary>Outgoing work, sent after the commit.</summary>
    public sealed record Enqueue(OutboxMessage Message) : Change;

    /// <summary>The channel of this turn follows these systems from now on.</summary>
    /// <param name="Systems">In capitals, or <see cref="FollowedName.Everything"/>.</param>
    public sealed record Follow(IReadOnlyList<string> Systems) : Change;

    /// <summary>The channel of this turn no longer follows these systems.</summary>
    /// <param name="Systems">As for <see cref="Follow"/>.</param>
    public sealed record StopFollowing(IReadOnlyList<string> Systems) : Change;

    /// <summary>Personal data of the person of this turn is deleted; what has to stay loses the name.</summary>
    public sealed record ForgetPerson : Change;

    /// <summary>Somebody holds a role from now on.</summary>
    /// <param name="Version">The version of what was granted that the turn saw, see <see cref="RoleContext"/>.</param>
    public sealed record GrantRole(string Role, Person Holder, int Version) : Change
    {
        /// <inheritdoc cref="Domain.People.Roles.RoleGrant.IsGroup"/>
        public bool IsGroup { get; init; }
    }

    /// <summary>Somebody no longer holds a role that was granted in a chat.</summary>
    /// <param name="Version">As for <see cref="GrantRole"/>.</param>
    public sealed record RevokeRole(string Role, Person Holder, int Version) : Change
    {
        /// <inheritdoc cref="Domain.People.Roles.RoleGrant.IsGroup"/>
        public bool IsGroup { get; init; }
    }
}
