using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery.Following;

/// <summary>What a channel follows: asked, begun and ended, said in the channel or pressed.</summary>
internal sealed class FollowTopic(RequestServices services) : ITopic
{
    public TurnResult? Answer(Turn turn) =>
        turn.What switch
        {
            TurnInput.ButtonPress { Verb: Verbs.StopFollowing } press => Pressed(
                press.Data.GetValueOrDefault(FollowingCard.System) ?? "", turn),
            TurnInput.Message when turn.Command is Command.OnSubscriptions said => Said(
                said,
                turn with
                {
                    Language = said.Language,
                }),
            _ => null,
        };

    private TurnResult Said(Command.OnSubscriptions said, Turn turn)
    {
        var says = new FollowingWords(services, turn);
        if (turn.Where.Kind is not PlaceKind.Channel)
            return [new Reply.Say(says.Elsewhere)];
        if (said.Action is SubscriptionAction.Show)
            return [new Reply.Show(FollowingCard.Draw(turn.Following.Systems, says.Closed, says))];
        if (said.Event is { } drEvent)
            return [new Reply.Say(says.NoEvent(drEvent))];
        if (!FollowRight.Has(turn.Who, turn.Following.Owner?.Id, services.Recovery.Policy))
            return [new Reply.Say(says.WhoMay)];

        return said.Action is SubscriptionAction.Follow ? Follow(said.Names, turn, says) : Stop(said.Names, turn, says);
    }

    private TurnResult Follow(IReadOnlyList<string> said, Turn turn, FollowingWords says)
    {
        var read = said.Select(name => FollowedName.Read(name, services.Systems)).Distinct().ToList();
        var faults = says.Faults(read);
        List<string> names =
            said.Count == 0 ? [FollowedName.Everything] : [.. read.OfType<FollowedName.Known>().Select(known => known.Name)];
        if (names.Count == 0)
            return [new Reply.Say(string.Join(' ', faults))];

        var known = turn.Following.Systems.Where(system => names.Contains(system.Name)).Select(system => system.Name).ToList();
        var added = names.Except(known).ToList();
        IReadOnlyList<string> notes = [.. says.Added(added), .. says.Already(known), .. faults];
        var after = turn
            .Following.Systems.Concat(added.Select(name => new FollowedSystem(name, turn.Who, turn.At)))
            .OrderBy(system => system.Name, StringComparer.Ordinal);
        // Also when it follows all of that already: the conversation reference is stored again, and one that was closed is open again.
        return [new Change.Follow(names), new Reply.Show(FollowingCard.Draw([.. after], notes, says))];
    }

    private static TurnResult Stop(IReadOnlyList<string> said, Turn turn, FollowingWords says)
    {
        var names = said.Select(name => name.Trim().ToUpperInvariant()).Distinct().ToList();
        var meant = turn.Following.Systems.Where(system => names.Count == 0 || names.Contains(system.Name)).ToList();
        List<string> ended = [.. meant.Where(system => !system.IsFromSettings).Select(system => system.Name)];
        var followed = meant.Select(system => system.Name).ToList();
        IReadOnlyList<string> notes =
        [
            .. says.Ended(ended),
            .. says.Fixed([.. followed.Except(ended)]),
            .. says.NotFollowed([.. names.Except(followed)], turn.Following.Systems),
        ];
        var after = turn.Following.Systems.Where(system => !ended.Contains(system.Name)).ToList();
        var card = FollowingCard.Draw(after, notes, says);
        return ended.Count == 0 ? [new Reply.Show(card)] : [new Change.StopFollowing(ended), new Reply.Show(card)];
    }

    // The card may be old: what counts is what is followed now.
    private TurnResult Pressed(string name, Turn turn)
    {
        var says = new FollowingWords(services, turn);
        if (turn.Where.Kind is not PlaceKind.Channel)
            return [new Reply.Notice(says.Elsewhere)];
        if (!FollowRight.Has(turn.Who, turn.Following.Owner?.Id, services.Recovery.Policy))
            return [new Reply.Notice(says.WhoMay)];
        if (turn.Following.Systems.FirstOrDefault(system => system.Name == name) is not { } followed)
            return [new Reply.Replace(FollowingCard.Draw(turn.Following.Systems, [], says))];
        if (followed.IsFromSettings)
            return [new Reply.Replace(FollowingCard.Draw(turn.Following.Systems, says.Fixed([name]), says))];

        var after = turn.Following.Systems.Where(system => system != followed).ToList();
        return [new Change.StopFollowing([name]), new Reply.Replace(FollowingCard.Draw(after, says.Ended([name]), says))];
    }
}
