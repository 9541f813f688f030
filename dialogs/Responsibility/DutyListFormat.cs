namespace ChatOpsBot.Dialogs.Responsibility;

/// <summary>How duties are written down for use elsewhere.</summary>
public enum DutyListFormat
{
    /// <summary>A duty a line below the name of its row: for a contract or a page.</summary>
    Text,

    /// <summary>A duty a line with section, row and side (RFC 4180): for a RACI table.</summary>
    Csv,
}
