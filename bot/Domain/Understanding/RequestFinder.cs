using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Slots;
using ChatOpsBot.Domain.Understanding.Trade;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding;

/// <summary>Tells a wish for one of the guided requests, and a declaration of a disaster, from a question about them.</summary>
internal sealed class RequestFinder(TradeCues trade)
{
    private const string DrFailover = "dr_failover";

    public Meaning? Find(Sentence sentence, Mood mood, IReadOnlyList<Finding> rows, SlotReader slots)
    {
        var request = trade.Requests.FirstOrDefault(entry => entry.Value.Any(concepts => concepts.All(Says))).Key;
        if (request is null || mood.Negates || !(mood.Wants || mood.Declares))
            return null;

        var asked = trade.Requests[request].SelectMany(concepts => concepts).ToHashSet();
        var intent = request == DrFailover && !sentence.Has("drill") && !mood.IsHypothetical ? Intent.DrEvent : Intent.Request;
        if (request == DrFailover && mood.IsHypothetical)
            return null;
        return SentenceReader.New(intent) with
        {
            Rows = [.. rows.OrderByDescending(row => row.Concepts.Any(asked.Contains)).Take(1).Select(row => row.Row)],
            Party = Party.Client,
            Request = request,
            Slots = slots.Read(sentence, request),
        };

        bool Says(string concept) => sentence.Trade.Any(hit => hit.Name == concept);
    }
}
