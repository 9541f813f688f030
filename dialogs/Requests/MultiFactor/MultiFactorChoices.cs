namespace ChatOpsBot.Dialogs.Requests.MultiFactor;

/// <summary>What is to be done about the second factor of a user profile.</summary>
internal enum FactorAction
{
    Enable,

    /// <summary>Ask for it elsewhere, or send to another address.</summary>
    Change,

    /// <summary>Forget the device that is registered, so that another one can be.</summary>
    Reset,

    Disable,
}

/// <summary>Where the second factor is asked for.</summary>
internal enum FactorPoint
{
    Login,

    /// <summary>When a privileged profile is swapped to.</summary>
    Swap,

    Both,
}
