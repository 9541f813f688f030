using System.Collections.Concurrent;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Host.Recovery.Announcing;

/// <summary>What goes out of an event. A card is drawn once for all channels that get the same one.</summary>
public sealed class AnnouncementWriter(Announcements announcements)
{
    /// <summary>More are in use at the same time only while as many events change at once.</summary>
    private const int KeptCards = 32;

    private readonly ConcurrentDictionary<(Guid, int Version, bool IsResent), OutgoingActivity> _cards = new();

    /// <summary>The announcement, to be posted.</summary>
    public OutgoingActivity Post(RecoveryEvent happening, bool isResent) => Card(happening, isResent) with
    {
        Alerts = Announcements.Alerts(happening),
        IsImportant = Announcements.IsImportant(happening),
    };

    /// <summary>The announcement, to take the place of an older one.</summary>
    public OutgoingActivity Update(RecoveryEvent happening, bool isResent) => Card(happening, isResent);

    /// <summary>What is new; null where nothing is.</summary>
    /// <param name="from">How many lines of the timeline the thread has been told of.</param>
    public OutgoingActivity? Reply(RecoveryEvent happening, int from, bool isResent) => announcements.Reply(happening, from, isResent) is { } text
        ? OutgoingActivity.OfText(text) with { Alerts = Announcements.Alerts(happening, from) }
        : null;

    private OutgoingActivity Card(RecoveryEvent happening, bool isResent)
    {
        if (_cards.Count >= KeptCards)
            _cards.Clear();
        return _cards.GetOrAdd((happening.Id, happening.Version, isResent), _ =>
        {
            var card = announcements.Draw(happening, isResent);
            return OutgoingActivity.OfCard(card.ToJson(), card.Summary);
        });
    }
}
