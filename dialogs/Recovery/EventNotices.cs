using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>What whoever declared a DR event is told, in the language it was declared in.</summary>
public sealed class EventNotices(WordsCatalog words)
{
    /// <param name="news">Its sentence may use the event's key, and the time of the next update.</param>
    /// <param name="isAgain">It was sent before, and nobody knows whether it came.</param>
    public string Tell(RecoveryEvent drEvent, Problem news, bool isAgain = false)
    {
        var language = words.In(drEvent.Language);
        var values = new Dictionary<string, string>(news.Values) { ["key"] = drEvent.Key };
        if (drEvent.NextUpdate is { } next)
            values["time"] = new EventTimes(drEvent.Zone, drEvent.DeclaredAt, language).InFull(next);
        var told = language.Fill(news.Key, values);
        return isAgain ? $"{language["recovery.resent"]} {told}" : told;
    }

    /// <summary>The words of an event's own language.</summary>
    public Phrases WordsOf(RecoveryEvent drEvent) => words.In(drEvent.Language);
}
