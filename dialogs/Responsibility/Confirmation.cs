namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>The answer to "am I right that ...?", told before everything else.</summary>
public enum Confirmation
{
    /// <summary>Nothing was supposed, or the page does not tell.</summary>
    None,

    Yes,

    No,

    /// <summary>Both sides have a part in it.</summary>
    Partly,
}
