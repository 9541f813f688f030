using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Slots;
using ChatOpsBot.Domain.Understanding.Trade;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding;

/// <summary>Tells a wish for one of the guided requests, and a declaration of a disaster, from a question about them.</summary>
internal sealed class RequestFinder(TradeCues trade)
{
    private const string DrFailover = "dr_failover";
    private const string PrivilegedAccess = "pam";

    public Meaning? Find(Sentence sentence, Mood mood, IReadOnlyList<Finding> rows, SlotReader slots)
    {
        var request = Named(sentence) ?? Implied(sentence, mood, slots);
        if (request is null || mood.Negates || !(mood.Wants || mood.Declares))
            return null;
        if (request == DrFailover && mood.IsHypothetical)
            return null;

        var intent = request == DrFailover && !sentence.Has("drill") ? Intent.DrEvent : Intent.Request;
        var asked = trade.Requests[request].SelectMany(concepts => concepts).ToHashSet();
        return SentenceReader.New(intent) with
        {
            Rows = [.. rows.OrderByDescending(row => row.Concepts.Any(asked.Contains)).Take(1).Select(row => row.Row)],
            Party = Party.Client,
            Request = request,
            Slots = slots.Read(sentence, request),
        };
    }

    private string? Named(Sentence sentence) =>
        trade.Requests.FirstOrDefault(entry => entry.Value.Any(concepts => concepts.All(concept => sentence.Trade.Any(hit => hit.Name == concept)))).Key;

    // "Put JSMITH on OPSADM", "flip PRODA to PRODB": two names and an order say it without the word.
    private static string? Implied(Sentence sentence, Mood mood, SlotReader slots)
    {
        if (!mood.Wants || slots.NamesIn(sentence) < 2)
            return null;
        return sentence.Has("switch-order") ? DrFailover
            : sentence.Trade.Any(hit => hit.Name is "associate" or "change") ? PrivilegedAccess
            : null;
    }
}
