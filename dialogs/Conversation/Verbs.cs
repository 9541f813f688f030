namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>The verbs that buttons carry. Stored in cards people keep for months: a verb never changes its meaning.</summary>
public static class Verbs
{
    /// <summary>Show the answer card of a row. Data: section, task, area, party; or row (the three names in one) where it was chosen from a list.</summary>
    public const string ShowAnswer = "answer.show";

    /// <summary>Show one row with every duty of both parties. Data as <see cref="ShowAnswer"/>.</summary>
    public const string ShowRow = "row.show";

    /// <summary>Show the whole matrix. Data: page, from 1, to leaf through a card; none to open it as a new message.</summary>
    public const string ShowMatrix = "matrix.show";

    /// <summary>Start a request. Data: request.</summary>
    public const string StartRequest = "request.start";

    /// <summary>Show what the bot can do.</summary>
    public const string ShowHelp = "help.show";
}
