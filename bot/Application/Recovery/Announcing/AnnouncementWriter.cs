using System.Collections.Concurrent;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>What goes out of an event. A card is drawn once for all channels that get the same one.</summary>
public sealed class AnnouncementWriter(Announcements announcements)
{
    /// <summary>More are in use at the same time only while as many events change at once.</summary>
    private const int MostCards = 32;

    private readonly ConcurrentDictionary<(Guid, int Version, bool IsResent), OutgoingActivity> _cards = new();

    /// <summary>The announcement, to be posted.</summary>
    public OutgoingActivity Post(RecoveryEvent drEvent, bool isResent) => Card(drEvent, isResent) with
    {
        Alerts = Announcements.Alerts(drEvent),
        IsImportant = Announcements.IsImportant(drEvent),
    };

    /// <summary>The announcement, to take the place of an older one.</summary>
    public OutgoingActivity Update(RecoveryEvent drEvent, bool isResent) => Card(drEvent, isResent);

    /// <summary>What is new; null where nothing is.</summary>
    /// <param name="from">How many lines of the timeline the thread has been told of.</param>
    public OutgoingActivity? Reply(RecoveryEvent drEvent, int from, bool isResent) =>
        announcements.Reply(drEvent, from, isResent) is { } text
            ? OutgoingActivity.OfText(text) with
            {
                Alerts = Announcements.Alerts(drEvent, from),
            }
            : null;

    private OutgoingActivity Card(RecoveryEvent drEvent, bool isResent)
    {
        if (_cards.Count >= MostCards)
            _cards.Clear();
        return _cards.GetOrAdd((drEvent.Id, drEvent.Version, isResent), _ =>
        {
            var card = announcements.Draw(drEvent, isResent);
            return OutgoingActivity.OfCard(card.ToJson(), card.Summary);
        });
    }
}
