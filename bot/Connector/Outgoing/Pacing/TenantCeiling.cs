namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>What one tenant allows to all its threads together.</summary>
internal sealed class TenantCeiling(PaceRules rules)
{
    private readonly CallLog _log = new(rules.Tenant.Calls);
    private readonly EvenSpacing _beat = new(rules.TenantAnnouncements);
    private readonly TenantBrake _brake = new();

    /// <summary>The first instant for the next call of that urgency.</summary>
    public TimeSpan FreeAt(Urgency urgency)
    {
        if (urgency == Urgency.Answer)
            return _log.FreeAt(rules.Tenant);

        var room = _log.FreeAt(rules.TenantAnnouncements);
        return room > _beat.NextAt ? room : _beat.NextAt;
    }

    /// <summary>Announcements are asked for again after none was.</summary>
    public void AnnouncementsBegin(TimeSpan now) => _beat.Begin(now);

    public void Called(Urgency urgency, TimeSpan now)
    {
        _log.Add(now);
        if (urgency == Urgency.Announcement)
            _beat.Take(now, _brake.Share(now));
    }

    public void Passed() => _brake.Passed();

    /// <returns>The part of their full pace at which announcements go from now on, where this slowed them.</returns>
    public double? Throttled(ulong thread, TimeSpan now) => _brake.Throttled(thread, now) ? _brake.Share(now) : null;
}
