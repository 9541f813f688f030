namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>What a turn has to know of DR events to be answered.</summary>
public enum EventLookup
{
    Nothing,

    Events,

    /// <summary>Also who got what.</summary>
    Deliveries,

    /// <summary>Where the page of current events is.</summary>
    Page,
}
