namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>The tenant's limit on all its threads together.</summary>
internal sealed class TenantCeiling(PaceRules rules)
{
    private readonly CallLog _log = new(rules.Tenant.Calls);
    private readonly EvenSpacing _spacing = new(rules.TenantAnnouncements);
    private readonly TenantBackoff _backoff = new();

    /// <summary>The earliest time for the next call of that urgency.</summary>
    public TimeSpan FreeAt(Urgency urgency)
    {
        if (urgency == Urgency.Answer)
            return _log.FreeAt(rules.Tenant);

        return Instants.Later(_log.FreeAt(rules.TenantAnnouncements), _spacing.NextAt);
    }

    /// <summary>Announcements are queued again after there were none.</summary>
    public void AnnouncementsBegin(TimeSpan now) => _spacing.Begin(now);

    public void Called(Urgency urgency, TimeSpan now)
    {
        _log.Add(now);
        if (urgency == Urgency.Announcement)
            _spacing.Take(now, _backoff.Share(now));
    }

    public void Passed() => _backoff.Passed();

    /// <returns>The fraction of their full rate at which announcements are sent from now on, where this slowed them.</returns>
    public double? Throttled(ulong thread, TimeSpan now) => _backoff.Throttled(thread, now) ? _backoff.Share(now) : null;
}
