using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Domain.Understanding.Sentences;

/// <summary>What a sentence means by the advice that was given on it.</summary>
internal static class AdvisedMeaning
{
    public static Meaning Of(Advice advice, Meaning read, Func<string, Meaning> request)
    {
        var meaning = advice switch
        {
            Advice.AboutRows about => About(about),
            Advice.OpenRequest wanted => WithSlots(request(wanted.Type), wanted.Slots),
            Advice.Talk talk => Meanings.Of(Intent.SmallTalk) with { SmallTalk = talk.Kind },
            _ => Meanings.Of(Intent.Unknown) with { Nearest = read.Nearest ?? read.Rows.Concat(read.DidYouMean).FirstOrDefault() },
        };
        return meaning with { Language = read.Language, Confidence = read.Confidence, IsAdvised = true };
    }

    // Whole rows, and no yes or no: which duty is meant, and what is supposed of it, only words of the vocabulary tell.
    private static Meaning About(Advice.AboutRows about) => Meanings.Of(Intent.Responsibility) with
    {
        Rows = about.Rows,
        Party = about.Side is Party.None ? about.Rows.Aggregate(Party.None, (sum, row) => sum | row.Party) : about.Side,
    };

    // What the vocabulary reads of a sentence goes before what is advised.
    private static Meaning WithSlots(Meaning request, IReadOnlyDictionary<string, string> slots)
    {
        var all = new Dictionary<string, string>(request.Slots);
        foreach (var (slot, value) in slots)
            all.TryAdd(slot, value);
        return request with { Slots = all };
    }
}
