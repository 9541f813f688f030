using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Slots;
using ChatOpsBot.Domain.Understanding.Trade;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>Tells a wish for one of the guided requests, and a declaration of a disaster, from a question about them.</summary>
internal sealed class RequestFinder(TradeCues trade, ResponsibilityMatrix matrix)
{
    public const string DrFailover = "dr_failover";
    private const string PrivilegedAccess = "pam";

    private static readonly string[] OfFailover = ["failover", "dr", "dr-test", "drill"];

    public static bool SpeaksOfFailover(Sentence sentence) =>
        OfFailover.Any(sentence.SpeaksOf) || sentence.Has("declare") || sentence.Has("switch-order");

    /// <summary>Whether the matrix has a row for it. The others are found by their own words.</summary>
    public bool Knows(string request) => trade.Requests.Any(cue => cue.Request == request);

    /// <summary>The meaning of a wish for that request, with the values the sentence names.</summary>
    public Meaning Read(Intent intent, string request, Sentence sentence, SlotReader slots)
    {
        var task = trade.Requests.First(cue => cue.Request == request).Task;
        return Meanings.Of(intent) with
        {
            Rows = [.. matrix.Rows.Where(row => row.Task == task)],
            Party = Party.Client,
            Request = request,
            IsRequestNamed = Named(sentence) == request,
            Slots = slots.Read(sentence, request),
        };
    }

    /// <summary>The same for any request type: the form of one that has no row in the matrix reads its own values.</summary>
    public Meaning Wanted(string request, Sentence sentence, SlotReader slots) => Knows(request)
        ? Read(Intent.Request, request, sentence, slots)
        : Meanings.Of(Intent.Unknown) with { Request = request };

    public Meaning? Find(Sentence sentence, Mood mood, SlotReader slots)
    {
        var request = Named(sentence) ?? Implied(sentence, mood, slots);
        if (
            request is null
            || mood.Negates
            || !(mood.Wants || mood.Declares || (request == DrFailover && IsBareOrder(sentence, mood, slots))))
            return null;
        if (request == DrFailover && mood.IsHypothetical)
            return null;

        var intent = request == DrFailover && !sentence.Has("drill") ? Intent.DrEvent : Intent.Request;
        return Read(intent, request, sentence, slots);
    }

    private string? Named(Sentence sentence) => sentence.Trade.Count == 0 ? null
        : trade.Requests.FirstOrDefault(cue => cue.Says.Any(concepts => concepts.All(sentence.SpeaksOf)))?.Request;

    // "DR drill for LPAR1": the thing and the system, and nothing else of the trade that might be told or asked of it.
    private static bool IsBareOrder(Sentence sentence, Mood mood, SlotReader slots)
    {
        if (mood.Asks || slots.NamesIn(sentence) == 0)
            return false;

        var named = sentence.Trade.Where(hit => OfFailover.Contains(hit.Name)).ToList();
        return sentence.Trade.All(hit => named.Any(name => hit.First >= name.First && hit.End <= name.End));
    }

    // "Put JSMITH on OPSADM", "flip PRODA to PRODB": two names and an order say it without the word.
    private static string? Implied(Sentence sentence, Mood mood, SlotReader slots)
    {
        if (!mood.Wants || slots.NamesIn(sentence) < 2)
            return null;
        return sentence.Has("switch-order") ? DrFailover
            : sentence.SpeaksOf("associate") || sentence.SpeaksOf("change") ? PrivilegedAccess
            : null;
    }
}
